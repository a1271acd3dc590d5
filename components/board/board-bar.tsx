"use client";
import { BookmarkPlus, Columns2, GitBranch, MoreHorizontal, Send, Shuffle } from "lucide-react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Menu } from "@/components/ui/menu";
import { useChord } from "@/lib/client/keyboard/keyboard-provider";
import type { BoardWaysOut } from "./board-menu";
import { BoardMenuItems } from "./late-board-menu";
import { useReasons } from "./reasons";
import type { BoardActs } from "./use-board-acts";

/** The usual acts on what is chosen. They stand where they are, whatever is chosen; what cannot be done says why. */
export function BoardBar({ acts, ...ways }: BoardWaysOut & { acts: BoardActs }) {
  const reasons = useReasons(acts);
  const { variants } = acts;
  const usual = [
    { label: "Branch", icon: GitBranch, keys: useChord("branch"), reason: reasons.prompt, run: () => acts.branch() },
    { label: "Vary", icon: Shuffle, keys: useChord("vary"), reason: reasons.prompt, run: acts.vary },
    {
      label: variants.length > 1 ? `Compare ${variants.length}` : "Compare",
      icon: Columns2,
      keys: useChord("compare"),
      reason: reasons.compare,
      run: ways.onCompare,
    },
    { label: "Promote", icon: BookmarkPlus, keys: useChord("promote"), reason: reasons.promote, run: ways.onPromote },
    { label: "Review", icon: Send, keys: useChord("send"), reason: reasons.send, run: ways.onSend },
  ];
  return (
    <div role="toolbar" aria-label="What to do with the selection" className="flex items-center gap-0.5">
      {usual.map(({ label, icon: Icon, keys, reason, run }) => (
        <Button
          key={label}
          size="small"
          variant="ghost"
          icon={<Icon size={14} aria-hidden />}
          keys={keys}
          disabledReason={reason}
          onClick={run}
        >
          <span className="max-[1399px]:sr-only">{label}</span>
        </Button>
      ))}
      <Menu trigger={<IconButton size="small" label="More" icon={<MoreHorizontal size={15} aria-hidden />} />}>
        <BoardMenuItems acts={acts} {...ways} />
      </Menu>
    </div>
  );
}

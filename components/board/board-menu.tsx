"use client";
import { Archive, BookmarkPlus, Columns2, FoldHorizontal, GitBranch, Pencil, Send, Shuffle, UnfoldHorizontal } from "lucide-react";
import { MenuGroup, MenuItem, MenuSeparator } from "@/components/ui/menu";
import { useChord } from "@/lib/client/keyboard/keyboard-provider";
import type { BranchUse } from "@/lib/domain/prompt/lineage";
import { useReasons } from "./reasons";
import type { BoardActs } from "./use-board-acts";

export interface BoardWaysOut {
  readonly onCompare: () => void;
  readonly onPromote: () => void;
  readonly onSend: () => void;
}

const USES: readonly { readonly use: BranchUse; readonly label: string }[] = [
  { use: "style", label: "style" },
  { use: "composition", label: "composition" },
  { use: "mood", label: "mood" },
  { use: "image", label: "image" },
];

/** Everything that can be done with what is chosen: behind "More", and under the right mouse button. */
export function BoardMenuItems({ acts, onCompare, onPromote, onSend }: BoardWaysOut & { acts: BoardActs }) {
  const reasons = useReasons(acts);
  return (
    <>
      <MenuGroup label="Branch">
        <MenuItem
          icon={<GitBranch size={13} aria-hidden />}
          keys={useChord("branch")}
          disabledReason={reasons.prompt}
          onSelect={() => acts.branch()}
        >
          Branch
        </MenuItem>
        {USES.map(({ use, label }) => (
          <MenuItem
            key={use}
            icon={<GitBranch size={13} aria-hidden />}
            disabledReason={reasons.branchWith}
            onSelect={() => acts.branch(use)}
          >
            Branch with this picture as {label}
          </MenuItem>
        ))}
        <MenuItem icon={<Shuffle size={13} aria-hidden />} keys={useChord("vary")} disabledReason={reasons.prompt} onSelect={acts.vary}>
          Vary with new seeds
        </MenuItem>
        <MenuItem icon={<Pencil size={13} aria-hidden />} keys={useChord("edit")} disabledReason={reasons.prompt} onSelect={acts.edit}>
          {acts.here?.prompt.frozen ? "Refine in the composer" : "Edit in the composer"}
        </MenuItem>
      </MenuGroup>
      <MenuSeparator />
      <MenuItem icon={<Columns2 size={13} aria-hidden />} keys={useChord("compare")} disabledReason={reasons.compare} onSelect={onCompare}>
        Compare
      </MenuItem>
      <MenuItem
        icon={<BookmarkPlus size={13} aria-hidden />}
        keys={useChord("promote")}
        disabledReason={reasons.promote}
        onSelect={onPromote}
      >
        Promote to a pattern
      </MenuItem>
      <MenuItem icon={<Send size={13} aria-hidden />} keys={useChord("send")} disabledReason={reasons.send} onSelect={onSend}>
        Send to review
      </MenuItem>
      <MenuSeparator />
      <MenuItem
        icon={acts.isFolded ? <UnfoldHorizontal size={13} aria-hidden /> : <FoldHorizontal size={13} aria-hidden />}
        disabledReason={reasons.fold}
        onSelect={acts.fold}
      >
        {acts.isFolded ? "Unfold" : "Fold with its branches"}
      </MenuItem>
      <MenuItem icon={<Archive size={13} aria-hidden />} keys={useChord("archive")} disabledReason={reasons.prompt} onSelect={acts.archive}>
        Archive with its branches
      </MenuItem>
    </>
  );
}

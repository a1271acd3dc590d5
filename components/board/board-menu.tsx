"use client";
import {
  Archive,
  ArchiveRestore,
  Blend,
  BookmarkPlus,
  Columns2,
  Eye,
  FoldHorizontal,
  GitBranch,
  Group,
  ListRestart,
  NotebookPen,
  Pencil,
  RotateCcw,
  Scale,
  Search,
  Send,
  Shuffle,
  Sparkles,
  UnfoldHorizontal,
  Waypoints,
} from "lucide-react";
import { MenuGroup, MenuItem, MenuSeparator } from "@/components/ui/menu";
import { useChord } from "@/lib/client/keyboard/keyboard-provider";
import type { BranchUse } from "@/lib/domain/prompt/lineage";
import { voteProblem } from "@/lib/domain/vote/words";
import { useReasons } from "./reasons";
import type { BoardActs } from "./use-board-acts";
import { useBoardFinalise } from "./use-board-finalise";

export interface BoardWaysOut {
  readonly onCompare: () => void;
  readonly onPromote: () => void;
  readonly onSend: () => void;
  readonly onBelow: () => void;
  readonly onReplay: () => void;
  readonly onVote: () => void;
  readonly onPath: () => void;
  readonly onSearch: () => void;
  readonly onSection: () => void;
  readonly onNote: () => void;
  readonly onArchived: () => void;
  /** Archived prompts are on the board too. */
  readonly showsArchived: boolean;
}

export interface BoardMenuProps extends BoardWaysOut {
  readonly acts: BoardActs;
}

const USES: readonly { readonly use: BranchUse; readonly label: string }[] = [
  { use: "style", label: "style" },
  { use: "composition", label: "composition" },
  { use: "mood", label: "mood" },
  { use: "image", label: "image" },
  { use: "start-frame", label: "the start frame of a video" },
];

/** Everything that can be done with what is chosen: behind "More", and under the right mouse button. */
export function BoardMenuItems({ acts, showsArchived, ...ways }: BoardMenuProps) {
  const { onCompare, onPromote, onSend, onVote, onBelow, onReplay, onPath, onSearch, onSection, onNote, onArchived } = ways;
  const reasons = useReasons(acts);
  const finalise = useBoardFinalise(acts);
  const isArchived = acts.here?.prompt.archived ?? false;
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
        <MenuItem icon={<Blend size={13} aria-hidden />} disabledReason={reasons.mix} onSelect={acts.mix}>
          Branch with all chosen pictures
        </MenuItem>
        <MenuItem icon={<Shuffle size={13} aria-hidden />} keys={useChord("vary")} disabledReason={reasons.prompt} onSelect={acts.vary}>
          Vary with new seeds
        </MenuItem>
        <MenuItem icon={<RotateCcw size={13} aria-hidden />} keys={useChord("replay")} disabledReason={reasons.replay} onSelect={onReplay}>
          Replay…
        </MenuItem>
        <MenuItem icon={<ListRestart size={13} aria-hidden />} disabledReason={reasons.below} onSelect={onBelow}>
          Run again from here downwards…
        </MenuItem>
        <MenuItem icon={<Pencil size={13} aria-hidden />} keys={useChord("edit")} disabledReason={reasons.prompt} onSelect={acts.edit}>
          {acts.here?.prompt.frozen ? "Refine in the composer" : "Edit in the composer"}
        </MenuItem>
      </MenuGroup>
      <MenuSeparator />
      <MenuItem icon={<Columns2 size={13} aria-hidden />} keys={useChord("compare")} disabledReason={reasons.compare} onSelect={onCompare}>
        Compare
      </MenuItem>
      <MenuItem icon={<Scale size={13} aria-hidden />} disabledReason={voteProblem(acts.variants.length)} onSelect={onVote}>
        Blind vote
      </MenuItem>
      <MenuItem
        icon={<BookmarkPlus size={13} aria-hidden />}
        keys={useChord("promote")}
        disabledReason={reasons.promote}
        onSelect={onPromote}
      >
        Promote to a pattern
      </MenuItem>
      <MenuItem icon={<Sparkles size={13} aria-hidden />} disabledReason={finalise.reason} onSelect={finalise.start}>
        {finalise.title}
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
      <MenuItem icon={<Waypoints size={13} aria-hidden />} keys={useChord("path")} disabledReason={reasons.fold} onSelect={onPath}>
        Follow its path
      </MenuItem>
      <MenuItem icon={<Group size={13} aria-hidden />} keys={useChord("section")} disabledReason={reasons.section} onSelect={onSection}>
        Section…
      </MenuItem>
      <MenuItem icon={<NotebookPen size={13} aria-hidden />} keys={useChord("note")} disabledReason={reasons.note} onSelect={onNote}>
        Write a note…
      </MenuItem>
      <MenuItem
        icon={isArchived ? <ArchiveRestore size={13} aria-hidden /> : <Archive size={13} aria-hidden />}
        keys={useChord("archive")}
        disabledReason={reasons.prompt}
        onSelect={acts.archive}
      >
        {isArchived ? "Restore with its branches" : "Archive with its branches"}
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={<Search size={13} aria-hidden />} keys={useChord("search")} onSelect={onSearch}>
        Search this board
      </MenuItem>
      <MenuItem icon={<Eye size={13} aria-hidden />} onSelect={onArchived}>
        {showsArchived ? "Hide archived prompts" : "Show archived prompts"}
      </MenuItem>
    </>
  );
}

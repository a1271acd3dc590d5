import clsx from "clsx";
import { ChevronsDownUp, ChevronsUpDown, NotebookPen, Pencil, StickyNote, Trash2 } from "lucide-react";
import { COLOUR_LOOKS } from "@/components/ui/colours";
import { Menu, MenuChoice, MenuGroup, MenuItem, MenuSeparator } from "@/components/ui/menu";
import { SECTION_HEAD } from "@/lib/domain/board/layout";
import type { SectionView } from "@/lib/domain/board/section";
import { COLOURS, type Colour } from "@/lib/domain/selection/flags";

export interface SectionActs {
  readonly onRename: () => void;
  readonly onColour: (colour: Colour) => void;
  readonly onCollapse: () => void;
  readonly onNote: () => void;
  readonly onRemove: () => void;
  /** Why they are somebody else's; null when they are mine. */
  readonly refusal: string | null;
  readonly noteRefusal: string | null;
}

export const colourName = (colour: Colour) => (colour === "none" ? "No colour" : COLOUR_LOOKS[colour].word);

export interface SectionTabProps {
  readonly section: SectionView;
  /** How many notes are on it. */
  readonly notes: number;
  /** How many prompts a collapsed one holds; null for one that is shown whole. */
  readonly holds: number | null;
  readonly acts: SectionActs;
}

/** In the middle of the room above the cards; where that is too low for it, it stands out at the top, clear of the pictures. */
const top = { top: `min(calc((${SECTION_HEAD}px * var(--zoom) - 24px) / 2), calc(${SECTION_HEAD}px * var(--zoom) - 26px))` };

/** The name of a section at the upper left of its frame, with everything that can be done with it behind it. */
export function SectionTab({ section, notes, holds, acts }: SectionTabProps) {
  const { name, colour } = section;
  const { refusal } = acts;
  return (
    <Menu
      align="start"
      trigger={
        <button
          type="button"
          style={top}
          className={clsx(
            "pointer-events-auto absolute left-1.5 flex h-6 min-w-6 items-center gap-1.5 overflow-hidden rounded-md bg-raised px-1.5 text-xs font-medium text-ink hover:bg-hover aria-expanded:bg-hover",
            // A frame holds its name; the small place of a collapsed one may be outgrown by it.
            holds === null ? "max-w-[calc(100%-0.75rem)]" : "max-w-64",
          )}
        >
          <ColourDot colour={colour} />
          <span className="sr-only">Section </span>
          <span dir="auto" className="truncate">
            {name}
          </span>
          {holds === null ? null : (
            <span className="shrink-0 font-normal text-muted">
              {holds === 1 ? "1 prompt" : `${holds} prompts`}
              <span className="sr-only">, collapsed</span>
            </span>
          )}
          {notes > 0 ? (
            <span className="flex shrink-0 items-center gap-0.5 text-muted">
              <StickyNote size={11} aria-hidden />
              {notes}
              <span className="sr-only">{notes === 1 ? " note" : " notes"}</span>
            </span>
          ) : null}
        </button>
      }
    >
      <MenuItem
        icon={holds === null ? <ChevronsDownUp size={13} aria-hidden /> : <ChevronsUpDown size={13} aria-hidden />}
        onSelect={acts.onCollapse}
      >
        {holds === null ? "Collapse" : "Show whole"}
      </MenuItem>
      <MenuItem icon={<NotebookPen size={13} aria-hidden />} disabledReason={acts.noteRefusal} onSelect={acts.onNote}>
        Write a note on it…
      </MenuItem>
      <MenuItem icon={<Pencil size={13} aria-hidden />} disabledReason={refusal} onSelect={acts.onRename}>
        Rename…
      </MenuItem>
      <MenuSeparator />
      <MenuGroup label="Colour">
        {COLOURS.map((choice) => (
          <MenuChoice key={choice} checked={choice === colour} onSelect={() => refusal === null && acts.onColour(choice)}>
            <span className="flex items-center gap-2">
              <ColourDot colour={choice} /> {colourName(choice)}
            </span>
          </MenuChoice>
        ))}
      </MenuGroup>
      <MenuSeparator />
      <MenuItem icon={<Trash2 size={13} aria-hidden />} disabledReason={refusal} onSelect={acts.onRemove}>
        Remove the section; its prompts stay
      </MenuItem>
    </Menu>
  );
}

export function ColourDot({ colour }: { colour: Colour }) {
  return (
    <span
      aria-hidden
      className="size-2.5 shrink-0 rounded-sm border border-line-strong"
      style={colour === "none" ? undefined : { background: COLOUR_LOOKS[colour].css, borderColor: "transparent" }}
    />
  );
}

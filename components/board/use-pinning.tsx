"use client";
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { onDemand } from "@/components/ui/on-demand";
import { useCommands } from "@/lib/client/palette/palette-provider";
import type { Command } from "@/lib/client/palette/palette-store";
import type { NoteOn } from "@/lib/domain/board/note";
import type { SectionView } from "@/lib/domain/board/section";
import { titleOf } from "@/lib/domain/prompt/title";
import type { PromptView } from "@/lib/domain/prompt/view";
import type { BoardSections } from "./use-sections";

const WriteNoteDialog = onDemand(() => import("./note-dialog").then((file) => file.WriteNoteDialog));
const PlaceInSectionDialog = onDemand(() => import("./section-dialog").then((file) => file.PlaceInSectionDialog));
const RenameSectionDialog = onDemand(() => import("./section-dialog").then((file) => file.RenameSectionDialog));

type Asked =
  | { readonly what: "place" }
  | { readonly what: "rename"; readonly section: SectionView }
  | { readonly what: "note"; readonly on: NoteOn; readonly title: string };

const TITLE_LENGTH = 40;

/** Sections and notes in front of the board: what is asked for them, and their commands in the palette. */
export function usePinning(sections: BoardSections, prompts: readonly PromptView[]) {
  const [asked, setAsked] = useState<Asked | null>(null);
  useSectionCommands(sections, (section) => setAsked({ what: "rename", section }));
  const dialog = { open: true, onOpenChange: (isOpen: boolean) => isOpen || setAsked(null), sections };
  const dialogs: ReactNode =
    asked?.what === "place" ? (
      <PlaceInSectionDialog {...dialog} />
    ) : asked?.what === "rename" ? (
      <RenameSectionDialog {...dialog} section={asked.section} />
    ) : asked?.what === "note" ? (
      <WriteNoteDialog {...dialog} on={asked.on} title={asked.title} />
    ) : null;
  return {
    dialogs,
    onSection: () => setAsked({ what: "place" }),
    onNote() {
      const on = sections.noteOn;
      if (on === null) return;
      const text = "promptId" in on ? prompts.find(({ id }) => id === on.promptId)?.recipe.text : sections.here?.name;
      setAsked({ what: "note", on, title: `“${titleOf(text ?? "", TITLE_LENGTH)}”` });
    },
    onSectionAct: (act: "rename" | "note", section: SectionView) =>
      setAsked(
        act === "rename"
          ? { what: "rename", section }
          : { what: "note", on: { sectionId: section.id }, title: `“${titleOf(section.name, TITLE_LENGTH)}”` },
      ),
  };
}

/** The section one is on, and the way to each, in the command palette. */
function useSectionCommands(sections: BoardSections, onRename: (section: SectionView) => void): void {
  const latest = useRef({ sections, onRename });
  useEffect(() => {
    latest.current = { sections, onRename };
  });
  const { all, here, refusal } = sections;
  const isCollapsed = here !== null && sections.isCollapsed(here.id);
  const commands = useMemo((): readonly Command[] => {
    const group = "Board";
    const onHere = (act: (section: SectionView) => void) => () => here && act(here);
    const none = here ? null : "Go to a section first.";
    return [
      {
        id: "board.section-collapse",
        title: isCollapsed ? "Show the section whole" : "Collapse the section",
        group,
        disabledReason: none,
        run: onHere(({ id }) => latest.current.sections.collapse(id, !isCollapsed)),
      },
      {
        id: "board.section-rename",
        title: "Rename the section",
        group,
        disabledReason: none ?? refusal,
        run: onHere((section) => latest.current.onRename(section)),
      },
      {
        id: "board.section-remove",
        title: "Remove the section; its prompts stay",
        group,
        disabledReason: none ?? refusal,
        run: onHere((section) => latest.current.sections.remove(section)),
      },
      ...all.map(
        (section): Command => ({
          id: `board.section.${section.id}`,
          title: `Go to the section “${section.name}”`,
          group,
          run: () => latest.current.sections.show(section),
        }),
      ),
    ];
  }, [all, here, isCollapsed, refusal]);
  useCommands(commands);
}

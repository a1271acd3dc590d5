"use client";
import { useEffect, useMemo, useRef } from "react";
import type { SurfaceMark } from "@/components/picture-surface";
import { useRefusal } from "@/lib/client/use-refusal";
import type { SectionView } from "@/lib/domain/board/section";
import type { DrawnFrame } from "./board-scene";
import { SectionTab } from "./section-tab";
import type { BoardSections } from "./use-sections";

/** The names of the sections, each on its frame. The same marks as long as nothing about them changed. */
export function useSectionTabs(
  frames: readonly DrawnFrame[],
  sections: BoardSections,
  onAct: (act: "rename" | "note", section: SectionView) => void,
): readonly SurfaceMark[] {
  const latest = useRef({ sections, onAct });
  useEffect(() => {
    latest.current = { sections, onAct };
  });
  const { all, notes, refusal } = sections;
  const noteRefusal = useRefusal("note.write");
  return useMemo(
    () =>
      frames.flatMap((frame): SurfaceMark[] => {
        const section = all.find(({ id }) => id === frame.sectionId);
        if (!section) return [];
        const acts = {
          onRename: () => latest.current.onAct("rename", section),
          onNote: () => latest.current.onAct("note", section),
          onColour: (colour: SectionView["colour"]) => void latest.current.sections.change(section, { colour }).catch(() => undefined),
          onCollapse: () => latest.current.sections.collapse(section.id, frame.holds === null),
          onRemove: () => latest.current.sections.remove(section),
          refusal,
          noteRefusal,
        };
        const count = notes.filter((note) => note.sectionId === section.id).length;
        const content = <SectionTab key={frame.id} section={section} notes={count} holds={frame.holds} acts={acts} />;
        return [{ id: `section ${frame.id}`, at: frame, content }];
      }),
    [frames, all, notes, refusal, noteRefusal],
  );
}

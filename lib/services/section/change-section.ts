import { z } from "zod";
import { SectionName, SectionView } from "@/lib/domain/board/section";
import { Colour } from "@/lib/domain/selection/flags";
import { Id } from "@/lib/domain/wire";
import { write } from "../write";
import { isRemoved, loadSection, sectionView } from "./section-view";

/** Gives a section another name or another colour. */
export const changeSection = write({
  verb: "section.change",
  permission: "prompt.write",
  input: z
    .strictObject({ sectionId: Id, name: SectionName.optional(), colour: Colour.optional() })
    .refine(({ name, colour }) => name !== undefined || colour !== undefined, "Say a name or a colour."),
  output: SectionView,
  async run({ tx, actor }, { sectionId, name, colour }) {
    const before = await loadSection({ tx, actor }, sectionId);
    const after = { name: name ?? before.name, colour: colour ?? before.colour };
    if (before.name === after.name && before.colour === after.colour) return { result: sectionView(before), unchanged: true as const };
    const { count } = await tx.section.updateMany({
      where: { id: sectionId, removedAt: null },
      data: { ...after, version: { increment: 1 } },
    });
    if (count === 0) throw isRemoved();
    const section = await loadSection({ tx, actor }, sectionId);
    const details = { nameBefore: before.name, name: after.name, colourBefore: before.colour, colour: after.colour };
    const { boardId, board, version } = section;
    return {
      result: sectionView(section),
      audit: [{ subjectKind: "section", subjectId: sectionId, details }],
      events: [{ kind: "section", id: sectionId, version, boardId, projectId: board.projectId, act: "changed" }],
    };
  },
});

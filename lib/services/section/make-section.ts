import { z } from "zod";
import { MAX_PLACED, MAX_SECTIONS_A_BOARD, Placement, SectionName, SectionView } from "@/lib/domain/board/section";
import { AppError } from "@/lib/domain/errors";
import { Colour } from "@/lib/domain/selection/flags";
import { Id } from "@/lib/domain/wire";
import { personOf } from "../person";
import { write } from "../write";
import { placePrompts } from "./place";
import { loadSection, sectionView } from "./section-view";

/** Groups prompts of a board, with everything branched from them, under a name and a colour. They leave the sections they were in. */
export const makeSection = write({
  verb: "section.make",
  permission: "prompt.write",
  input: z.strictObject({
    boardId: Id,
    name: SectionName,
    colour: Colour.default("none"),
    promptIds: z.array(Id).min(1, "Select what goes into the section first.").max(MAX_PLACED),
  }),
  /** `before`: where the prompts stood, to put them back. */
  output: z.strictObject({ section: SectionView, before: z.array(Placement) }),
  async run({ tx, actor }, { boardId, name, colour, promptIds }) {
    const { workspaceId, memberId } = personOf(actor);
    const board = await tx.board.findFirst({ where: { id: boardId, workspaceId }, select: { id: true, projectId: true } });
    if (!board) throw new AppError("NOT_FOUND", "This board does not exist.");
    if ((await tx.section.count({ where: { boardId, removedAt: null } })) >= MAX_SECTIONS_A_BOARD)
      throw new AppError("REFUSED", `A board has at most ${MAX_SECTIONS_A_BOARD} sections.`);
    const { id } = await tx.section.create({ data: { workspaceId, boardId, name, colour, createdById: memberId }, select: { id: true } });
    const placed = await placePrompts(
      { tx, actor },
      board,
      promptIds.map((promptId) => ({ promptId, sectionId: id })),
    );
    return {
      result: { section: sectionView(await loadSection({ tx, actor }, id)), before: placed.before },
      audit: [{ subjectKind: "section", subjectId: id, details: { name, colour, boardId, prompts: placed.before.length } }],
      events: placed.events,
    };
  },
});

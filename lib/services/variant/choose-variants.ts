import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { VariantView } from "@/lib/domain/run/view";
import { ChoiceShape, Colour, Flag, Rating } from "@/lib/domain/selection/flags";
import { Id } from "@/lib/domain/wire";
import { variantInclude, variantView } from "../run/run-view";
import { write } from "../write";

const MAX_AT_ONCE = 500;

/** What a variant was judged before: sending these back as choices is the undo. */
const Judged = z.strictObject({ variantId: Id, flag: Flag, rating: Rating, colour: Colour });

/**
 * Flags and ratings, one variant or many in one act. Each choice names its own values, so that undoing a bulk act
 * restores every variant to what it was.
 */
export const chooseVariants = write({
  verb: "variant.choose",
  permission: "variant.choose",
  input: z.strictObject({
    choices: z
      .array(z.strictObject({ variantId: Id, ...ChoiceShape }))
      .min(1)
      .max(MAX_AT_ONCE),
  }),
  output: z.strictObject({ variants: z.array(VariantView), before: z.array(Judged) }),
  async run({ tx, actor }, { choices }) {
    const { workspaceId } = actor;
    const byId = new Map(choices.map((choice) => [choice.variantId, choice]));
    const ids = [...byId.keys()].sort();
    await tx.$queryRaw`SELECT 1 FROM "Variant" WHERE "id" = ANY(${ids}::uuid[]) ORDER BY "id" FOR UPDATE`;
    const found = await tx.variant.findMany({
      where: { id: { in: ids }, workspaceId },
      select: { id: true, flag: true, rating: true, colour: true },
    });
    const [first] = found;
    if (!first || found.length !== ids.length) throw new AppError("NOT_FOUND", "A variant does not exist.");
    const changed = [];
    for (const { id, flag, rating, colour } of found) {
      const choice = byId.get(id);
      changed.push(
        await tx.variant.update({
          where: { id },
          data: {
            flag: choice?.flag ?? flag,
            rating: choice?.rating ?? rating,
            colour: choice?.colour ?? colour,
            version: { increment: 1 },
          },
          include: { ...variantInclude, prompt: { select: { boardId: true, board: { select: { projectId: true } } } } },
        }),
      );
    }
    return {
      result: {
        variants: changed.map(variantView),
        before: found.map(({ id, flag, rating, colour }) => ({ variantId: id, flag, rating, colour })),
      },
      audit: [
        {
          subjectKind: "variant",
          subjectId: first.id,
          details: {
            variants: found.length,
            flag: choices[0]?.flag ?? null,
            rating: choices[0]?.rating ?? null,
            colour: choices[0]?.colour ?? null,
          },
        },
      ],
      events: changed.map((variant) => ({
        kind: "variant" as const,
        id: variant.id,
        version: variant.version,
        boardId: variant.prompt.boardId,
        projectId: variant.prompt.board.projectId,
        act: variant.flag,
      })),
    };
  },
});

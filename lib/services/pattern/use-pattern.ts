import { z } from "zod";
import type { Database as Transaction } from "@/lib/db/client";
import { AppError } from "@/lib/domain/errors";
import { PatternChange } from "@/lib/domain/pattern/free-control";
import { differenceInUse, valueChips } from "@/lib/domain/pattern/use";
import { PlainText, type Recipe } from "@/lib/domain/prompt/recipe";
import { PromptView } from "@/lib/domain/prompt/view";
import { Id, Version } from "@/lib/domain/wire";
import { modelNameOf } from "@/lib/engines/catalogue";
import { personOf } from "../person";
import { checkReferences } from "../prompt/check-references";
import { loadPrompt, promptView, recipeColumns, referenceRows } from "../prompt/prompt-view";
import { type WriteContext, type Written, write } from "../write";
import { filledVersion } from "./fill-version";

/** What the prompt becomes: a new root, a branch of a prompt, or a prompt that has not run yet, written anew. */
const Place = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("root") }),
  z.strictObject({ kind: z.literal("branch"), promptId: Id, variantId: Id.nullable() }),
  z.strictObject({ kind: z.literal("edit"), promptId: Id, version: Version }),
]);
type Place = z.infer<typeof Place>;

const Use = PatternChange.extend({
  versionId: Id,
  boardId: Id,
  values: z.record(z.string().max(40), PlainText.max(500)),
  place: Place.default({ kind: "root" }),
});

const definition = {
  verb: "pattern.use",
  permission: "prompt.write" as const,
  input: Use,
  output: PromptView,
  async run(
    { tx, actor }: Pick<WriteContext, "tx" | "actor">,
    { versionId, boardId, values, place = { kind: "root" }, ...change }: Omit<z.output<typeof Use>, "place"> & { readonly place?: Place },
  ): Promise<Written<PromptView>> {
    const { workspaceId, memberId } = personOf(actor);
    const board = await tx.board.findFirst({ where: { id: boardId, workspaceId, archivedAt: null }, select: { projectId: true } });
    if (!board) throw new AppError("NOT_FOUND", "This board does not exist.");
    const { version, recipe } = await filledVersion(tx, actor, { versionId, values, ...change });
    const { template, pattern } = version;
    await checkReferences(tx, workspaceId, recipe);
    const use = { patternId: pattern.id, name: pattern.name, number: version.number };
    const { parent, ...at } = await placed(tx, workspaceId, boardId, place);
    const columns = {
      ...recipeColumns(recipe),
      patternVersionId: versionId,
      patternValues: values,
      difference: parent ? [...differenceInUse(parent, { recipe, pattern: use }, modelNameOf)] : [...valueChips(template, values)],
    };
    const id = await (place.kind === "edit" ? rewritten(tx, place, columns, recipe) : written());
    const prompt = await loadPrompt(tx, workspaceId, id);
    return {
      result: promptView(prompt),
      audit: [{ subjectKind: "prompt", subjectId: id, details: { patternId: pattern.id, versionId, number: version.number } }],
      events: [
        { kind: "prompt", id, version: prompt.version, boardId, projectId: board.projectId, act: "from-pattern" },
        { kind: "pattern", id: pattern.id, version: pattern.version, act: "used" },
      ],
    };

    async function written(): Promise<string> {
      const references = { createMany: { data: referenceRows(recipe) } };
      const made = await tx.prompt.create({ data: { ...columns, ...at, workspaceId, boardId, createdById: memberId, references } });
      return made.id;
    }
  },
};

/**
 * A prompt from a pattern version: values for its variables, and what it leaves free set otherwise. The prompt remembers
 * version and values. A locked control refuses another value.
 */
export const usePattern = write(definition);

/** The same within a transaction that does more: a call by label. */
export const writeFromPattern = definition.run;

/** Where in the lineage the prompt goes, and what it is compared with. */
async function placed(tx: Transaction, workspaceId: string, boardId: string, place: Place) {
  if (place.kind === "root") return { parent: null };
  const named = await loadPrompt(tx, workspaceId, place.promptId);
  if (named.boardId !== boardId) throw new AppError("BAD_INPUT", "That prompt is on another board.");
  if (place.kind === "edit") {
    const parent = named.parentId === null ? null : promptView(await loadPrompt(tx, workspaceId, named.parentId));
    return { parent };
  }
  const { variantId } = place;
  if (variantId !== null && !named.variants.some(({ id }) => id === variantId))
    throw new AppError("NOT_FOUND", "This variant does not belong to that prompt.");
  return { parent: promptView(named), parentId: named.id, parentVariantId: variantId };
}

type Columns = ReturnType<typeof recipeColumns> & {
  readonly patternVersionId: string;
  readonly patternValues: Record<string, string>;
  readonly difference: { kind: string; text: string }[];
};

async function rewritten(tx: Transaction, place: Extract<Place, { kind: "edit" }>, columns: Columns, recipe: Recipe): Promise<string> {
  const { promptId, version } = place;
  const { count } = await tx.prompt.updateMany({
    where: { id: promptId, frozenAt: null, version },
    data: { ...columns, version: { increment: 1 } },
  });
  if (count === 0) throw new AppError("CONFLICT", "Somebody changed or ran this prompt first. Reload it.");
  await tx.promptReference.deleteMany({ where: { promptId } });
  await tx.promptReference.createMany({ data: referenceRows(recipe).map((row) => ({ promptId, ...row })) });
  return promptId;
}

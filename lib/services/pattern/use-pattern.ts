import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { fill, problemsWith, Template } from "@/lib/domain/pattern/template";
import { MAX_VARIANTS_PER_RUN, PlainText, ReferenceRole, Seeds, seedsWithin } from "@/lib/domain/prompt/recipe";
import { PromptView } from "@/lib/domain/prompt/view";
import { Id } from "@/lib/domain/wire";
import { personOf } from "../person";
import { checkReferences } from "../prompt/check-references";
import { loadPrompt, promptView, recipeColumns, referenceRows } from "../prompt/prompt-view";
import { type WriteContext, type Written, write } from "../write";

const inWords = (names: readonly string[]) => names.map((name) => `{${name}}`).join(", ");

const Use = z.strictObject({
  versionId: Id,
  boardId: Id,
  values: z.record(z.string().max(40), PlainText.max(500)),
  count: z.int().min(1).max(MAX_VARIANTS_PER_RUN).optional(),
  seeds: Seeds.optional(),
});

const definition = {
  verb: "pattern.use",
  permission: "prompt.write" as const,
  input: Use,
  output: PromptView,
  async run({ tx, actor }: WriteContext, { versionId, boardId, values, count, seeds }: z.output<typeof Use>): Promise<Written<PromptView>> {
    const { workspaceId, memberId } = personOf(actor);
    const board = await tx.board.findFirst({ where: { id: boardId, workspaceId, archivedAt: null }, select: { projectId: true } });
    if (!board) throw new AppError("NOT_FOUND", "This board does not exist.");
    const version = await tx.patternVersion.findFirst({
      where: { id: versionId, pattern: { workspaceId } },
      include: { references: { orderBy: { position: "asc" } }, pattern: { select: { id: true, version: true } } },
    });
    if (!version) throw new AppError("NOT_FOUND", "This pattern version does not exist.");
    const template = Template.parse(version.template);
    const { missing, unknown } = problemsWith(template, values);
    if (missing.length > 0) throw new AppError("BAD_INPUT", `Give a value for ${inWords(missing)}.`);
    if (unknown.length > 0) throw new AppError("BAD_INPUT", `This pattern has no ${inWords(unknown)}.`);
    const references = version.references.map(({ assetId, role, weight }) => ({ assetId, role: ReferenceRole.parse(role), weight }));
    const filled = fill(template, references, values);
    const made = count ?? filled.count;
    // Fewer variants than the pattern has seeds for take its first ones.
    const recipe = { ...filled, count: made, seeds: seeds ?? seedsWithin(filled.seeds, made) };
    await checkReferences(tx, workspaceId, recipe);
    const { id } = await tx.prompt.create({
      data: {
        ...recipeColumns(recipe),
        workspaceId,
        boardId,
        createdById: memberId,
        patternVersionId: versionId,
        patternValues: values,
        difference: Object.entries(values).map(([name, value]) => ({ kind: "pattern", text: `${name}: ${value}` })),
        references: { createMany: { data: referenceRows(recipe) } },
      },
      select: { id: true },
    });
    return {
      result: promptView(await loadPrompt(tx, workspaceId, id)),
      audit: [{ subjectKind: "prompt", subjectId: id, details: { patternId: version.pattern.id, versionId, number: version.number } }],
      events: [
        { kind: "prompt", id, version: 0, boardId, projectId: board.projectId, act: "from-pattern" },
        { kind: "pattern", id: version.pattern.id, version: version.pattern.version, act: "used" },
      ],
    };
  },
};

/** A prompt from a pattern version with values for its variables; it remembers version and values. */
export const usePattern = write(definition);

/** The same within a transaction that does more: a call by label. */
export const writeFromPattern = definition.run;

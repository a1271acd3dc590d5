import { randomInt } from "node:crypto";
import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { MicrosText } from "@/lib/domain/money/micros";
import { quoteOf, refusalOf, seedsFor } from "@/lib/domain/run/plan";
import { RunView } from "@/lib/domain/run/view";
import { Id } from "@/lib/domain/wire";
import { usableModel } from "../engine/usable-models";
import { personOf } from "../person";
import { checkReferences } from "../prompt/check-references";
import { loadPrompt, recipeOf } from "../prompt/prompt-view";
import { admitRunForCard } from "../review/admit-run";
import { type WriteContext, type Written, write } from "../write";
import { holdBudget } from "./hold";
import { nextTurn } from "./next-turn";
import { runInclude, runView } from "./run-view";

/** A random number in [0, 1) from the system's source: seeds must not repeat across processes. */
const RANDOM_STEPS = 2 ** 32;
const random = () => randomInt(RANDOM_STEPS) / RANDOM_STEPS;

const definition = {
  verb: "run.start",
  permission: "run.start" as const,
  input: z.strictObject({
    promptId: Id,
    /** The price the person saw; the run is refused when it costs something else by now. */
    quoteMicros: MicrosText.optional(),
    /** The review card this run retries; refused before money is spent when the card has no retry left. */
    cardId: Id.optional(),
  }),
  output: RunView,
  async run({ tx, actor, now }: WriteContext, input: StartRun, cellPriority?: number): Promise<Written<RunView>> {
    const { workspaceId, memberId } = personOf(actor);
    await tx.prompt.updateMany({
      where: { id: input.promptId, workspaceId, frozenAt: null },
      data: { frozenAt: now, version: { increment: 1 } },
    });
    const prompt = await loadPrompt(tx, workspaceId, input.promptId);
    if (prompt.archivedAt || prompt.board.archivedAt || prompt.board.project.archivedAt)
      throw new AppError("CONFLICT", "This prompt is archived, or its board or project is. Restore it first.");
    if (prompt.grid) throw new AppError("CONFLICT", "This prompt is a grid. Run one of its cells, or start another grid from it.");
    const recipe = recipeOf(prompt);
    const model = (await usableModel(tx, workspaceId, recipe.model.engineId, recipe.model.modelId))?.capabilities;
    const refusal = refusalOf(recipe, model);
    if (refusal !== null || !model) throw new AppError("REFUSED", refusal ?? "This engine is not connected.");
    await checkReferences(tx, workspaceId, recipe);
    const quote = quoteOf(recipe, model).mostMicros;
    if (input.quoteMicros !== undefined && BigInt(input.quoteMicros) !== quote)
      throw new AppError("CONFLICT", "The price changed since you saw it. Look at the new quote and run again.");
    const { projectId } = prompt.board;
    if (input.cardId !== undefined) {
      const making = { quality: recipe.controls.quality, engineId: recipe.model.engineId };
      await admitRunForCard(tx, { workspaceId, projectId, cardId: input.cardId }, making);
    }
    const projectVersion = await holdBudget(tx, projectId, quote);
    const place =
      cellPriority === undefined
        ? await nextTurn(tx, { workspaceId, memberId, quality: recipe.controls.quality })
        : { turn: null, priority: cellPriority };
    const run = await tx.run.create({
      data: {
        workspaceId,
        projectId,
        promptId: prompt.id,
        engineId: recipe.model.engineId,
        modelId: recipe.model.modelId,
        modelRevision: recipe.model.revision,
        quality: recipe.controls.quality,
        count: recipe.count,
        seeds: seedsFor(recipe, random).map(BigInt),
        quoteMicros: quote,
        ...place,
        requestedById: memberId,
        ...(input.cardId === undefined ? {} : { cardId: input.cardId }),
        ledger: { create: { workspaceId, projectId, kind: "hold", amountMicros: quote } },
      },
      include: runInclude,
    });
    return {
      result: runView(run),
      audit: [
        {
          subjectKind: "run",
          subjectId: run.id,
          details: { promptId: prompt.id, quoteMicros: quote.toString(), cardId: input.cardId ?? null },
        },
      ],
      events: [
        { kind: "run", id: run.id, version: run.version, boardId: prompt.boardId, projectId, act: "queued" },
        { kind: "prompt", id: prompt.id, version: prompt.version, boardId: prompt.boardId, projectId, act: "frozen" },
        { kind: "project", id: projectId, version: projectVersion, projectId, act: "money" },
      ],
      jobs: [{ name: "run.generate", payload: { workspaceId, runId: run.id }, priority: place.priority }],
    };
  },
};

type StartRun = { readonly promptId: string; readonly quoteMicros?: string | undefined; readonly cardId?: string | undefined };

/**
 * Freezes the prompt, holds its quote and queues the run, all in one transaction: either the money is held and the job
 * exists, or nothing happened.
 */
export const startRun = write(definition);

/** The same within a transaction that does more: a grid's cell is written and run in one, at a place in the queue of its own. */
export const queueRun = definition.run;

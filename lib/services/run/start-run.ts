import { randomInt } from "node:crypto";
import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { MicrosText } from "@/lib/domain/money/micros";
import type { LabelName } from "@/lib/domain/pattern/view";
import { quoteOf, refusalOf, seedsFor } from "@/lib/domain/run/plan";
import { RunView } from "@/lib/domain/run/view";
import { Id } from "@/lib/domain/wire";
import { usableModel } from "../engine/usable-models";
import { personOf } from "../person";
import { checkReferences } from "../prompt/check-references";
import { loadPrompt, recipeOf } from "../prompt/prompt-view";
import { admitRunForCard } from "../review/admit-run";
import { runEditsRecipe } from "../review/run-edits-recipe";
import { type WriteContext, type Written, write } from "../write";
import { createRun } from "./create-run";
import { loadDraft } from "./draft-of";
import { laneOfRun, laneRefusal } from "./lane-of-run";
import { nextTurn } from "./next-turn";
import { runView } from "./run-view";

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
  async run(context: WriteContext, input: StartRun, own: OwnRun = {}): Promise<Written<RunView>> {
    const { tx, actor, now } = context;
    const { workspaceId, memberId, role } = personOf(actor);
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
    const cardId = input.cardId ?? null;
    const { quality } = recipe.controls;
    const draft = await loadDraft(tx, workspaceId, own.finalOfId);
    const edited = cardId === null ? null : await runEditsRecipe(context, cardId, prompt.id);
    if (cardId !== null) {
      const making = { quality, engineId: recipe.model.engineId, draft };
      await admitRunForCard(tx, { workspaceId, projectId, cardId }, making, { memberId, role });
    }
    const lane = await laneOfRun(tx, workspaceId, cardId);
    const { engineId, modelId } = recipe.model;
    const forLane = { engineId, modelId, quality, draft, quoteMicros: quote, count: recipe.count };
    const notOnLane = await laneRefusal(tx, workspaceId, lane, forLane, now);
    if (notOnLane) throw new AppError("REFUSED", notOnLane);
    const { row, events, job } = await createRun(tx, {
      workspaceId,
      projectId,
      boardId: prompt.boardId,
      promptId: prompt.id,
      memberId,
      model: recipe.model,
      quality,
      seeds: seedsFor(recipe, random).map(BigInt),
      quoteMicros: quote,
      cardId,
      laneId: lane?.id ?? null,
      place: own.priority === undefined ? await nextTurn(tx, { workspaceId, memberId, quality }) : { turn: null, priority: own.priority },
      ...madeOf(own),
      calledBy: own.calledBy ?? null,
      opensAttempt: own.opensAttempt ?? false,
    });
    return {
      result: runView(row),
      audit: [
        {
          subjectKind: "run",
          subjectId: row.id,
          details: {
            promptId: prompt.id,
            quoteMicros: quote.toString(),
            cardId,
            ...madeOf(own),
          },
        },
        ...(edited?.audit ?? []),
      ],
      events: [
        ...events,
        ...(edited?.events ?? []),
        { kind: "prompt", id: prompt.id, version: prompt.version, boardId: prompt.boardId, projectId, act: "frozen" },
      ],
      jobs: [job],
    };
  },
};

type StartRun = { readonly promptId: string; readonly quoteMicros?: string | undefined; readonly cardId?: string | undefined };

/** What a run queued by another act has of its own: a grid's cell its place in the queue, a final its draft, a replay what it replays, a call its label. */
interface OwnRun {
  readonly priority?: number;
  readonly finalOfId?: string;
  readonly replayOfId?: string;
  readonly calledBy?: LabelName | null;
  /** Its picture becomes the next attempt of its card by itself. */
  readonly opensAttempt?: boolean;
}

/** The variant a run is made of, in whichever way. */
const madeOf = ({ finalOfId, replayOfId }: OwnRun) => ({
  ...(finalOfId === undefined ? {} : { finalOfId }),
  ...(replayOfId === undefined ? {} : { replayOfId }),
});

/**
 * Freezes the prompt, holds its quote and queues the run, all in one transaction: either the money is held and the job
 * exists, or nothing happened.
 */
export const startRun = write(definition);

/** The same within a transaction that does more: a grid's cell, a final of a draft, a call by label. */
export const queueRun = definition.run;

import type { Database as Transaction } from "@/lib/db/client";
import type { Run } from "@/lib/db/generated/client";
import { AppError } from "@/lib/domain/errors";
import type { StudioEvent } from "@/lib/domain/event/studio-event";
import { Quality } from "@/lib/domain/prompt/recipe";
import type { FailureKind } from "@/lib/domain/run/failure";
import { mayGoOn, nextModel } from "@/lib/domain/run/fallback";
import { quoteOf } from "@/lib/domain/run/plan";
import type { Job } from "@/lib/jobs/contracts";
import { usableModels } from "../engine/usable-models";
import { loadPrompt, recipeOf } from "../prompt/prompt-view";
import { admitRunForCard } from "../review/admit-run";
import type { AuditEntry } from "../write";
import { createRun } from "./create-run";
import { loadDraft } from "./draft-of";
import { laneOfRun, laneRefusal } from "./lane-of-run";

export interface Switched {
  readonly audit: readonly AuditEntry[];
  readonly events: readonly StudioEvent[];
  readonly jobs: readonly Job[];
  /** Why it does not go on anywhere else; null when it does, or when nobody asked. */
  readonly whyNot: string | null;
}

const NOWHERE: Switched = { audit: [], events: [], jobs: [], whyNot: null };

/**
 * A production run whose engine said that it failed goes on at the next engine of its lane: a run of its own, quoted
 * anew inside the budget and under the lane's rules, that names the one it goes on for. Part of the failed run's end, so
 * that a crash neither loses the switch nor makes it twice.
 */
export async function switchEngine(
  tx: Transaction,
  run: Run,
  end: { readonly kind: FailureKind; readonly isVerified: boolean; readonly made: number },
  now: Date,
): Promise<Switched> {
  if (run.cardId === null || !mayGoOn({ ...end, cancelAsked: run.cancelAskedAt !== null })) return NOWHERE;
  const { workspaceId, projectId, cardId } = run;
  const lane = await laneOfRun(tx, workspaceId, cardId);
  if (lane?.kind !== "production") return NOWHERE;
  const prompt = await loadPrompt(tx, workspaceId, run.promptId);
  const own = recipeOf(prompt);
  // What runs now may itself be a switch: the recipe's words, on the model that was really asked.
  const recipe = { ...own, model: { engineId: run.engineId, modelId: run.modelId, revision: run.modelRevision } };
  const triedEngines = await enginesTried(tx, run);
  const next = nextModel(recipe, { allowedEngines: lane.allowedEngines, triedEngines }, await usableModels(tx, workspaceId));
  if (!next) return { ...NOWHERE, whyNot: "No further engine of the lane takes this recipe." };
  const quoteMicros = quoteOf(next.recipe, next.model.capabilities).mostMicros;
  const quality = Quality.parse(run.quality);
  const { model } = next.recipe;
  const draft = await loadDraft(tx, workspaceId, run.finalOfId);
  const refusal = await laneRefusal(tx, workspaceId, lane, { ...model, quality, draft, quoteMicros, count: run.count }, now);
  if (refusal) return { ...NOWHERE, whyNot: refusal };
  try {
    await admitRunForCard(tx, { workspaceId, projectId, cardId }, { quality, engineId: model.engineId, draft }, null);
    const { row, events, job } = await createRun(tx, {
      workspaceId,
      projectId,
      boardId: prompt.boardId,
      promptId: run.promptId,
      memberId: run.requestedById,
      model,
      quality,
      seeds: run.seeds,
      quoteMicros,
      cardId,
      laneId: lane.id,
      place: { turn: run.turn, priority: run.priority },
      switchedFromId: run.id,
      ...(run.finalOfId === null ? {} : { finalOfId: run.finalOfId }),
      calledBy: run.calledBy,
      opensAttempt: run.opensAttempt,
    });
    const details = {
      switchedFrom: run.id,
      from: `${run.engineId}/${run.modelId}`,
      to: `${model.engineId}/${model.modelId}`,
      why: end.kind,
      quoteMicrosBefore: run.quoteMicros.toString(),
      quoteMicros: quoteMicros.toString(),
    };
    return { audit: [{ subjectKind: "run", subjectId: row.id, details }], events, jobs: [job], whyNot: null };
  } catch (error) {
    // The card is closed, or the budget has no room: both are found out before anything is written.
    if (error instanceof AppError) return { ...NOWHERE, whyNot: error.message };
    throw error;
  }
}

/** The engines of the chain of runs that led to this one. */
async function enginesTried(tx: Transaction, run: Run): Promise<readonly string[]> {
  const rows = await tx.$queryRaw<{ engineId: string }[]>`
    WITH RECURSIVE chain AS (
      SELECT "id", "engineId", "switchedFromId" FROM "Run" WHERE "id" = ${run.id}::uuid
      UNION ALL
      SELECT r."id", r."engineId", r."switchedFromId" FROM "Run" r JOIN chain c ON r."id" = c."switchedFromId")
    SELECT "engineId" FROM chain`;
  return rows.map(({ engineId }) => engineId);
}

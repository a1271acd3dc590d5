import type { Database as Transaction } from "@/lib/db/client";
import type { StudioEvent } from "@/lib/domain/event/studio-event";
import type { LabelName } from "@/lib/domain/pattern/view";
import type { ModelChoice, Quality } from "@/lib/domain/prompt/recipe";
import type { Job } from "@/lib/jobs/contracts";
import { holdBudget } from "./hold";
import { runInclude } from "./run-view";

/** A run that is about to be queued: everything was found in order. */
export interface NewRun {
  readonly workspaceId: string;
  readonly projectId: string;
  readonly boardId: string;
  readonly promptId: string;
  readonly memberId: string;
  readonly model: ModelChoice;
  readonly quality: Quality;
  readonly seeds: readonly bigint[];
  readonly quoteMicros: bigint;
  readonly cardId: string | null;
  readonly laneId: string | null;
  readonly place: { readonly turn: number | null; readonly priority: number };
  readonly switchedFromId?: string;
  readonly finalOfId?: string;
  readonly replayOfId?: string;
  readonly calledBy?: LabelName | null;
  readonly opensAttempt?: boolean;
}

/**
 * Holds the quote and queues the run: its row, its hold in the ledger, its job. In the caller's transaction, so that
 * either the money is held and the job exists, or nothing happened.
 * @throws AppError `OVER_BUDGET`, with nothing written
 */
export async function createRun(tx: Transaction, run: NewRun) {
  const { workspaceId, projectId, boardId, quoteMicros } = run;
  const projectVersion = await holdBudget(tx, { workspaceId, projectId, laneId: run.laneId, requestedById: run.memberId }, quoteMicros);
  const row = await tx.run.create({
    data: {
      workspaceId,
      projectId,
      promptId: run.promptId,
      engineId: run.model.engineId,
      modelId: run.model.modelId,
      modelRevision: run.model.revision,
      quality: run.quality,
      count: run.seeds.length,
      seeds: [...run.seeds],
      quoteMicros,
      ...run.place,
      requestedById: run.memberId,
      cardId: run.cardId,
      laneId: run.laneId,
      switchedFromId: run.switchedFromId ?? null,
      finalOfId: run.finalOfId ?? null,
      replayOfId: run.replayOfId ?? null,
      calledBy: run.calledBy ?? null,
      opensAttempt: run.opensAttempt ?? false,
      ledger: { create: { workspaceId, projectId, kind: "hold", amountMicros: quoteMicros } },
    },
    include: runInclude,
  });
  const events: readonly StudioEvent[] = [
    { kind: "run", id: row.id, version: row.version, boardId, projectId, act: "queued" },
    { kind: "project", id: projectId, version: projectVersion, projectId, act: "money" },
  ];
  const job: Job = { name: "run.generate", payload: { workspaceId, runId: row.id }, priority: run.place.priority };
  return { row, events, job };
}

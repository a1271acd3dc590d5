import { z } from "zod";
import type { Database as Transaction } from "@/lib/db/client";
import type { Run } from "@/lib/db/generated/client";
import { believedCost } from "@/lib/domain/money/believed";
import { Failure } from "@/lib/domain/run/failure";
import { settle } from "@/lib/domain/run/settlement";
import { statusAfterFailure } from "@/lib/domain/run/states";
import { Id } from "@/lib/domain/wire";
import type { Job } from "@/lib/jobs/contracts";
import { noteAnswer } from "../engine/health";
import { openAttempt } from "../review/open-attempt";
import { write } from "../write";
import { storeVariants } from "./delivered";
import { settleHold } from "./hold";
import { Delivered, lockClaimed } from "./record-variants";
import { runFinished } from "./run-finished";
import { switchEngine } from "./switch-engine";

/**
 * The end of a run: last outputs, status, charge and release in one transaction, exactly once. An engine that answers
 * success without a picture has failed: the outcome is `empty` and costs nothing unless the provider says so.
 */
export const finishRun = write({
  verb: "run.finish",
  permission: "run.start",
  input: z.strictObject({
    runId: Id,
    token: Id,
    outputs: Delivered,
    failure: Failure.nullable(),
    /** Outputs the engine made that could not be kept: charged like the others. */
    lost: z.int().min(0).default(0),
    /** The provider's own figure, or null when the quoted price stands; one that cannot be true is kept in the audit and not charged. */
    costMicros: z.bigint().nullable(),
    /** Whether this end is the engine's own word – giving up on it is ours – and how long it asked us to wait. Milliseconds. */
    answer: z.strictObject({ isVerified: z.boolean(), retryAfterMs: z.number().nullable() }),
  }),
  output: z.strictObject({ status: z.string() }),
  async run({ tx, actor, now }, { runId, token, outputs, failure, lost, costMicros, answer }) {
    const run = await lockClaimed(tx, actor.workspaceId, runId, token);
    await storeVariants(tx, run, outputs);
    const delivered = await tx.variant.count({ where: { runId } });
    const end = failure ?? (delivered === 0 ? { kind: "empty" as const, reason: "The engine answered without a picture." } : null);
    const status = end === null ? "succeeded" : statusAfterFailure(end.kind);
    const believedMicros = believedCost(costMicros, run.quoteMicros);
    const settlement = settle({ heldMicros: run.quoteMicros, count: run.count, made: delivered + lost, costMicros: believedMicros });
    const changed = await tx.run.update({
      where: { id: runId },
      data: {
        status,
        progress: {},
        failureKind: end?.kind ?? null,
        failureReason: end?.reason ?? null,
        actualMicros: settlement.chargeMicros,
        isSameAgain: await isSameAgain(tx, run),
        finishedAt: now,
        version: { increment: 1 },
      },
      select: { version: true, prompt: { select: { boardId: true } } },
    });
    const projectVersion = await settleHold(tx, run, settlement);
    const health = answer.isVerified
      ? await noteAnswer(tx, run, { failure: end?.kind ?? null, retryAfterMs: answer.retryAfterMs }, now)
      : [];
    const switched = end
      ? await switchEngine(tx, run, { kind: end.kind, isVerified: answer.isVerified, made: delivered + lost }, now)
      : null;
    const opened = status === "succeeded" ? await openAttempt({ tx, actor, now }, { ...run, actualMicros: settlement.chargeMicros }) : null;
    return {
      result: { status },
      audit: [
        {
          subjectKind: "run",
          subjectId: runId,
          details: {
            status,
            delivered,
            lost,
            quoteMicros: run.quoteMicros.toString(),
            actualMicros: settlement.chargeMicros.toString(),
            failure: end?.kind ?? null,
            ...(costMicros === believedMicros ? {} : { notBelievedMicros: `${costMicros}` }),
            ...(switched?.whyNot ? { notSwitched: switched.whyNot } : {}),
            ...(opened?.whyNot ? { notSubmitted: opened.whyNot } : {}),
          },
        },
        ...(switched?.audit ?? []),
        ...(opened?.audit ?? []),
      ],
      events: [
        { kind: "run", id: runId, version: changed.version, boardId: changed.prompt.boardId, projectId: run.projectId, act: status },
        { kind: "project", id: run.projectId, version: projectVersion, projectId: run.projectId, act: "money" },
        ...health,
        ...(switched?.events ?? []),
        ...(opened?.events ?? []),
      ],
      jobs: [...(switched?.jobs ?? []), ...(opened?.jobs ?? []), ...(await measureJob(tx, run, status))],
      tells: [runFinished(runId)],
    };
  },
});

/** Whether a replay made the bytes it was to make again; null for any other run, and for one that made nothing. */
async function isSameAgain(tx: Transaction, { id: runId, replayOfId }: Run): Promise<boolean | null> {
  if (replayOfId === null) return null;
  const [replayed, made] = await Promise.all([
    tx.variant.findUnique({ where: { id: replayOfId }, select: { contentHash: true } }),
    tx.variant.findFirst({ where: { runId }, orderBy: { index: "asc" }, select: { contentHash: true } }),
  ]);
  return replayed && made ? replayed.contentHash === made.contentHash : null;
}

/** A picture of a trial is looked at once it is there. */
async function measureJob(tx: Transaction, { id: runId, workspaceId }: Run, status: string): Promise<readonly Job[]> {
  if (status !== "succeeded") return [];
  const cell = await tx.gridCell.findFirst({ where: { runId, grid: { trial: { isNot: null } } }, select: { gridId: true, index: true } });
  return cell ? [{ name: "trial.measure", payload: { workspaceId, trialId: cell.gridId, cell: cell.index } }] : [];
}

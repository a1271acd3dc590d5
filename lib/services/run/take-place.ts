import type { Database as Transaction } from "@/lib/db/client";
import type { Run } from "@/lib/db/generated/client";
import type { Admission } from "@/lib/domain/engine/admission";
import { Quality } from "@/lib/domain/prompt/recipe";
import { enqueue } from "@/lib/jobs/queue";
import { note } from "../bookkeeping";
import { isBuiltIn } from "../engine/health";
import { placeAt } from "../engine/place";
import { ClaimLost } from "./claim-run";
import { draftOf } from "./draft-of";
import { laneRefusal, laneRuleColumns } from "./lane-of-run";
import type { Claim } from "./note-run";

/** A queued run whose worker was here so recently is still on its way and waits for the same places. */
const STILL_WAITING_MS = 15_000;

export type Placed =
  | { readonly kind: "sent"; readonly at: Date }
  | { readonly kind: "waits" }
  /** The lane's rules changed since the run was queued: nothing was sent. */
  | { readonly kind: "refused"; readonly reason: string };

/**
 * Writes that the engine is about to be called, if it may be: its breaker lets runs through and a place is free. From
 * here on a crash leaves the run `unknown`: so everything that can be found out without the engine is found out before.
 * A run that may not be sent yet stays queued, says why, and gets a job for later. One that was cancelled meanwhile is not
 * the worker's any more.
 */
export function takePlace(claim: Claim): Promise<Placed> {
  return note<Placed>(claim.workspaceId, async (tx) => {
    const now = new Date();
    const run = await tx.run.findFirst({
      where: { id: claim.runId, workspaceId: claim.workspaceId, claimToken: claim.token, status: "queued" },
      include: { prompt: { select: { boardId: true } }, lane: { select: laneRuleColumns }, finalOf: { select: { flag: true } } },
    });
    if (!run) throw new ClaimLost(claim.runId);
    const making = { ...run, quality: Quality.parse(run.quality), draft: draftOf(run.finalOf) };
    const refusal = await laneRefusal(tx, run.workspaceId, run.lane, making, now);
    if (refusal) return { result: { kind: "refused", reason: refusal } };
    const admission: Admission = isBuiltIn(run.engineId) ? { kind: "go" } : await admissionOf(tx, run, now);
    const goes = admission.kind === "go";
    const { count } = await tx.run.updateMany({
      where: { id: run.id, claimToken: claim.token, status: "queued" },
      data: {
        ...(goes ? { status: "submitting", intentAt: now, startedAt: now, progress: {} } : { progress: { waits: admission.sentence } }),
        version: { increment: 1 },
      },
    });
    if (count === 0) throw new ClaimLost(claim.runId);
    if (!goes)
      await enqueue(tx, {
        name: "run.generate",
        payload: { workspaceId: run.workspaceId, runId: run.id },
        priority: run.priority,
        startAfterSeconds: Math.ceil(admission.waitMs / 1_000),
      });
    const place = { boardId: run.prompt.boardId, projectId: run.projectId };
    return {
      result: goes ? { kind: "sent", at: now } : { kind: "waits" },
      events: [{ kind: "run", id: run.id, version: run.version + 1, ...place, act: goes ? "submitting" : "waits" }],
    };
  });
}

async function admissionOf(tx: Transaction, run: Run, now: Date): Promise<Admission> {
  const { workspaceId, engineId } = run;
  const before = {
    workspaceId,
    engineId,
    id: { not: run.id },
    status: "queued" as const,
    claimedAt: { gt: new Date(now.getTime() - STILL_WAITING_MS) },
    OR: [{ priority: { gt: run.priority } }, { priority: run.priority, id: { lt: run.id } }],
  };
  const { admission } = await placeAt(tx, run, "run", now, () => tx.run.count({ where: before }));
  return admission;
}

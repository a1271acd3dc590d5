import type { Prisma } from "@/lib/db/generated/client";
import type { RunProgress } from "@/lib/domain/run/progress";
import { type RunStatus, statusesBefore } from "@/lib/domain/run/states";
import { note } from "../bookkeeping";
import { ClaimLost } from "./claim-run";

/** A worker's hold on a run. */
export interface Claim {
  readonly workspaceId: string;
  readonly runId: string;
  readonly token: string;
}

/** Stores what `submit` returned: from here on any worker can go on polling. */
export function noteOperation(claim: Claim, operation: Prisma.InputJsonObject): Promise<void> {
  return change(claim, statusesBefore("processing"), { status: "processing", operation }, "processing");
}

/** Replaces what the run shows while it is in flight. */
export function noteProgress(claim: Claim, progress: RunProgress): Promise<void> {
  return change(claim, ["processing"], { progress }, "progress");
}

/** Whether the person asked to cancel meanwhile. Throws {@link ClaimLost} when another worker took over. */
export function cancelWasAsked(claim: Claim): Promise<boolean> {
  return note(claim.workspaceId, async (tx) => {
    const run = await tx.run.findFirst({ where: { id: claim.runId, claimToken: claim.token }, select: { cancelAskedAt: true } });
    if (!run) throw new ClaimLost(claim.runId);
    return { result: run.cancelAskedAt !== null };
  });
}

function change(claim: Claim, from: readonly RunStatus[], data: Prisma.RunUpdateManyMutationInput, act: string): Promise<void> {
  return note(claim.workspaceId, async (tx) => {
    const [run] = await tx.run.updateManyAndReturn({
      where: { id: claim.runId, workspaceId: claim.workspaceId, claimToken: claim.token, status: { in: [...from] } },
      data: { ...data, version: { increment: 1 } },
      select: { version: true, projectId: true, prompt: { select: { boardId: true } } },
    });
    if (!run) throw new ClaimLost(claim.runId);
    return {
      result: undefined,
      events: [{ kind: "run", id: claim.runId, version: run.version, boardId: run.prompt.boardId, projectId: run.projectId, act }],
    };
  });
}

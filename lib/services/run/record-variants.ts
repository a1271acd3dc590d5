import { z } from "zod";
import type { Database as Transaction } from "@/lib/db/client";
import type { Run } from "@/lib/db/generated/client";
import { isFinished } from "@/lib/domain/run/states";
import { Id } from "@/lib/domain/wire";
import { write } from "../write";
import { ClaimLost } from "./claim-run";
import { type DeliveredOutput, storeVariants } from "./delivered";

export const Delivered = z.custom<readonly DeliveredOutput[]>((value) => Array.isArray(value));

/** Outputs that are ready while their run goes on: they appear one by one. Only the worker that holds the claim may record. */
export const recordVariants = write({
  verb: "run.record-variants",
  permission: "run.start",
  input: z.strictObject({ runId: Id, token: Id, outputs: Delivered }),
  output: z.strictObject({ variantIds: z.array(Id) }),
  async run({ tx, actor }, { runId, token, outputs }) {
    const run = await lockClaimed(tx, actor.workspaceId, runId, token);
    const variantIds = await storeVariants(tx, run, outputs);
    const changed = await tx.run.update({
      where: { id: runId },
      data: { version: { increment: 1 } },
      select: { version: true, prompt: { select: { boardId: true } } },
    });
    return {
      result: { variantIds: [...variantIds] },
      audit: [{ subjectKind: "run", subjectId: runId, details: { variants: variantIds.length } }],
      events: [
        { kind: "run", id: runId, version: changed.version, boardId: changed.prompt.boardId, projectId: run.projectId, act: "variants" },
      ],
    };
  },
});

/** Locks a run for the worker that holds the claim; anyone else – and anyone late – is told to stop writing. */
export async function lockClaimed(tx: Transaction, workspaceId: string, runId: string, token: string): Promise<Run> {
  await tx.$queryRaw`SELECT 1 FROM "Run" WHERE "id" = ${runId}::uuid FOR UPDATE`;
  const run = await tx.run.findFirst({ where: { id: runId, workspaceId, claimToken: token } });
  if (!run || isFinished(run.status)) throw new ClaimLost(runId);
  return run;
}

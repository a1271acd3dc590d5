import { z } from "zod";
import type { Database as Transaction } from "@/lib/db/client";
import type { Prisma, Run } from "@/lib/db/generated/client";
import { AppError } from "@/lib/domain/errors";
import type { FailureKind } from "@/lib/domain/run/failure";
import { settle } from "@/lib/domain/run/settlement";
import { Id } from "@/lib/domain/wire";
import type { AuditEntry } from "../write";
import { write } from "../write";
import { settleHold } from "./hold";
import { lockClaimed } from "./record-variants";
import { runFinished } from "./run-finished";
import { runInclude } from "./run-view";

const include = { ...runInclude, prompt: { select: { controls: true, boardId: true } } } satisfies Prisma.RunInclude;

/** What became of an unknown run, and how one knows. */
export type Said =
  | { readonly made: false; readonly reason: string }
  /** `billedMicros`: what the provider's bill says; null: nobody has it, the quote stands. */
  | { readonly made: true; readonly reason: string; readonly billedMicros: bigint | null };

/**
 * Ends an unknown run whose outputs nobody will fetch: what was made is owed, by the bill's figure or as quoted; what was
 * not made is free. The caller holds the row's lock and has seen that it is unknown.
 */
export async function settleUnknown(tx: Transaction, run: Run, now: Date, said: Said) {
  const costMicros = said.made ? (said.billedMicros ?? run.quoteMicros) : 0n;
  const settlement = settle({ heldMicros: run.quoteMicros, count: run.count, made: 0, costMicros });
  const failureKind: FailureKind = said.made ? "made-elsewhere" : "never-arrived";
  const changed = await tx.run.update({
    where: { id: run.id },
    data: {
      status: "failed",
      progress: {},
      failureKind,
      failureReason: said.reason,
      actualMicros: settlement.chargeMicros,
      finishedAt: now,
      version: { increment: 1 },
    },
    include,
  });
  const projectVersion = await settleHold(tx, run, settlement);
  return {
    changed,
    audit: {
      subjectKind: "run",
      subjectId: run.id,
      details: { outcome: said.made ? "made" : "not-made", reason: said.reason, actualMicros: settlement.chargeMicros.toString() },
    } satisfies AuditEntry,
    events: [
      {
        kind: "run" as const,
        id: run.id,
        version: changed.version,
        boardId: changed.prompt.boardId,
        projectId: run.projectId,
        act: said.made ? "made-elsewhere" : "failed",
      },
      { kind: "project" as const, id: run.projectId, version: projectVersion, projectId: run.projectId, act: "money" },
    ],
  };
}

/** The provider's list, read long enough after the submit, does not have this run: it never arrived and costs nothing. */
export const noteNotMade = write({
  verb: "run.not-made",
  permission: "run.start",
  input: z.strictObject({ runId: Id, token: Id, reason: z.string().max(2_000) }),
  output: z.strictObject({ runId: Id }),
  async run({ tx, actor, now }, { runId, token, reason }) {
    const run = await lockUnknown(tx, actor.workspaceId, runId, token);
    const { audit, events } = await settleUnknown(tx, run, now, { made: false, reason });
    return { result: { runId }, audit: [audit], events, tells: [runFinished(runId)] };
  },
});

/** Locks an unknown run for the worker that looks for it. */
export async function lockUnknown(tx: Transaction, workspaceId: string, runId: string, token: string): Promise<Run> {
  const run = await lockClaimed(tx, workspaceId, runId, token);
  if (run.status !== "unknown") throw new AppError("CONFLICT", "This run is not unknown any more.");
  return run;
}

import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { PlainText } from "@/lib/domain/prompt/recipe";
import { settle } from "@/lib/domain/run/settlement";
import { RunView } from "@/lib/domain/run/view";
import { Id } from "@/lib/domain/wire";
import { write } from "../write";
import { settleHold } from "./hold";
import { runInclude, runView } from "./run-view";

/** A person who looked at the provider says what became of an unknown run: charged (the quote) or not charged. */
export const reconcileRun = write({
  verb: "run.reconcile",
  permission: "budget.set",
  input: z.strictObject({ runId: Id, charged: z.boolean(), reason: PlainText.trim().min(1, "Say how you know.").max(2_000) }),
  output: RunView,
  async run({ tx, actor, now }, { runId, charged, reason }) {
    await tx.$queryRaw`SELECT 1 FROM "Run" WHERE "id" = ${runId}::uuid FOR UPDATE`;
    const run = await tx.run.findFirst({ where: { id: runId, workspaceId: actor.workspaceId } });
    if (!run) throw new AppError("NOT_FOUND", "This run does not exist.");
    if (run.status !== "unknown") throw new AppError("CONFLICT", "Only a run whose outcome is unknown is reconciled.");
    const settlement = settle({ heldMicros: run.quoteMicros, count: run.count, made: 0, costMicros: charged ? run.quoteMicros : 0n });
    const changed = await tx.run.update({
      where: { id: runId },
      data: {
        status: "failed",
        failureKind: "engine-fault",
        failureReason: reason,
        actualMicros: settlement.chargeMicros,
        finishedAt: now,
        version: { increment: 1 },
      },
      include: { ...runInclude, prompt: { select: { controls: true, boardId: true } } },
    });
    const projectVersion = await settleHold(tx, run, settlement);
    return {
      result: runView(changed),
      audit: [{ subjectKind: "run", subjectId: runId, details: { charged, reason, actualMicros: settlement.chargeMicros.toString() } }],
      events: [
        { kind: "run", id: runId, version: changed.version, boardId: changed.prompt.boardId, projectId: run.projectId, act: "failed" },
        { kind: "project", id: run.projectId, version: projectVersion, projectId: run.projectId, act: "money" },
      ],
    };
  },
});

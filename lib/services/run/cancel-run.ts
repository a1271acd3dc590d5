import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { isFinished } from "@/lib/domain/run/states";
import { RunView } from "@/lib/domain/run/view";
import { Id } from "@/lib/domain/wire";
import { didBefore } from "../did-before";
import { write } from "../write";
import { settleHold } from "./hold";
import { runFinished } from "./run-finished";
import { runInclude, runView } from "./run-view";

/**
 * Asks a run to stop. One that no engine has seen yet ends at once and frees its money; one in flight is stopped by its
 * worker, which asks the provider. Asking twice changes nothing.
 */
export const cancelRun = write({
  verb: "run.cancel",
  permission: "run.cancel",
  input: z.strictObject({ runId: Id }),
  output: RunView,
  async run({ tx, actor, now }, { runId }) {
    const { workspaceId } = actor;
    await tx.$queryRaw`SELECT 1 FROM "Run" WHERE "id" = ${runId}::uuid FOR UPDATE`;
    const run = await tx.run.findFirst({ where: { id: runId, workspaceId } });
    if (!run) throw new AppError("NOT_FOUND", "This run does not exist.");
    const isAsked = run.status === "cancelled" || (run.cancelAskedAt !== null && !isFinished(run.status));
    if (isAsked && (await didBefore(tx, actor, "run.cancel", runId))) {
      const include = { ...runInclude, prompt: { select: { controls: true, boardId: true } } };
      return { result: runView(await tx.run.findUniqueOrThrow({ where: { id: runId }, include })), unchanged: true as const };
    }
    if (isFinished(run.status)) throw new AppError("CONFLICT", "This run has already finished.");
    if (run.status === "unknown") throw new AppError("CONFLICT", "Nobody knows whether the engine has this run; a lead reconciles it.");
    const untouched = run.status === "queued" && run.intentAt === null;
    const changed = await tx.run.update({
      where: { id: runId },
      data: {
        cancelAskedAt: run.cancelAskedAt ?? now,
        version: { increment: 1 },
        ...(untouched ? { status: "cancelled", failureKind: "cancelled", failureReason: "", actualMicros: 0n, finishedAt: now } : {}),
      },
      include: { ...runInclude, prompt: { select: { controls: true, boardId: true } } },
    });
    const projectVersion = untouched ? await settleHold(tx, run, { chargeMicros: 0n, releaseMicros: run.quoteMicros }) : null;
    const act = untouched ? "cancelled" : "cancel-asked";
    return {
      result: runView(changed),
      audit: [{ subjectKind: "run", subjectId: runId, details: { act } }],
      tells: untouched ? [runFinished(runId)] : [],
      events: [
        { kind: "run", id: runId, version: changed.version, boardId: changed.prompt.boardId, projectId: run.projectId, act },
        ...(projectVersion === null
          ? []
          : [{ kind: "project" as const, id: run.projectId, version: projectVersion, projectId: run.projectId, act: "money" }]),
      ],
    };
  },
});

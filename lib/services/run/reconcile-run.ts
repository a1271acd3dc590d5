import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { PlainText } from "@/lib/domain/prompt/recipe";
import { RunView } from "@/lib/domain/run/view";
import { Id } from "@/lib/domain/wire";
import { write } from "../write";
import { runFinished } from "./run-finished";
import { runInclude, runView } from "./run-view";
import { settleUnknown } from "./settle-unknown";

/**
 * A person who looked at the provider says what became of an unknown run: it was made (and is charged as quoted), it was
 * not made (and costs nothing), or nobody can tell yet: then the provider's list is read again, and the money stays held.
 */
export const reconcileRun = write({
  verb: "run.reconcile",
  permission: "budget.set",
  input: z.strictObject({
    runId: Id,
    outcome: z.enum(["made", "not-made", "wait"]),
    reason: PlainText.trim().min(1, "Say how you know.").max(2_000),
  }),
  output: RunView,
  async run({ tx, actor, now }, { runId, outcome, reason }) {
    const { workspaceId } = actor;
    await tx.$queryRaw`SELECT 1 FROM "Run" WHERE "id" = ${runId}::uuid FOR UPDATE`;
    const run = await tx.run.findFirst({ where: { id: runId, workspaceId }, include: runInclude });
    if (!run) throw new AppError("NOT_FOUND", "This run does not exist.");
    if (run.status !== "unknown") throw new AppError("CONFLICT", "Only a run whose outcome is unknown is reconciled.");
    if (outcome === "wait")
      return {
        result: runView(run),
        audit: [{ subjectKind: "run", subjectId: runId, details: { outcome, reason } }],
        jobs: [{ name: "run.find", payload: { workspaceId, runId, look: 0 } }],
      };
    const { changed, audit, events } = await settleUnknown(tx, run, now, { made: outcome === "made", reason });
    return { result: runView(changed), audit: [audit], events, tells: [runFinished(runId)] };
  },
});

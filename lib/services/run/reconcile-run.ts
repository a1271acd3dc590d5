import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { MicrosText } from "@/lib/domain/money/micros";
import { PlainText } from "@/lib/domain/prompt/recipe";
import { RunView } from "@/lib/domain/run/view";
import { Id } from "@/lib/domain/wire";
import { write } from "../write";
import { runFinished } from "./run-finished";
import { runInclude, runView } from "./run-view";
import { settleUnknown } from "./settle-unknown";

/**
 * A person who looked at the provider says what became of an unknown run: it was made (and is charged what the bill says,
 * or as quoted; its files can be attached), it was not made (and costs nothing), or nobody can tell yet: then the provider's
 * list is read again, and the money stays held.
 */
export const reconcileRun = write({
  verb: "run.reconcile",
  permission: "budget.set",
  input: z.strictObject({
    runId: Id,
    outcome: z.enum(["made", "not-made", "wait"]),
    billedMicros: MicrosText.nullable().default(null).meta({ description: "What the provider's bill says; null: the quote stands." }),
    reason: PlainText.trim().min(1, "Say how you know.").max(2_000),
  }),
  output: RunView,
  async run({ tx, actor, now }, { runId, outcome, billedMicros, reason }) {
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
    if (outcome === "not-made" && billedMicros !== null) throw new AppError("BAD_INPUT", "What was not made has no figure on a bill.");
    const { changed, audit, events } = await settleUnknown(
      tx,
      run,
      now,
      outcome === "made"
        ? { made: true, reason, billedMicros: billedMicros === null ? null : BigInt(billedMicros) }
        : { made: false, reason },
    );
    return { result: runView(changed), audit: [audit], events, tells: [runFinished(runId)] };
  },
});

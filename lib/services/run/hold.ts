import type { Database as Transaction } from "@/lib/db/client";
import { AppError } from "@/lib/domain/errors";
import { leftMicros } from "@/lib/domain/money/budget";
import { formatMicros } from "@/lib/domain/money/micros";

/**
 * Holds a quote against the project's hard budget in one conditional update: of two runs racing for the last dollar the
 * second waits for the first's commit and then finds no room. Returns the project's new version.
 */
export async function holdBudget(tx: Transaction, projectId: string, quoteMicros: bigint): Promise<number> {
  const [held] = await tx.$queryRaw<{ version: number }[]>`
    UPDATE "Project" SET "heldMicros" = "heldMicros" + ${quoteMicros}, "version" = "version" + 1
    WHERE "id" = ${projectId}::uuid
      AND ("hardBudgetMicros" IS NULL OR "heldMicros" + "spentMicros" + ${quoteMicros} <= "hardBudgetMicros")
    RETURNING "version"`;
  if (held) return held.version;
  const project = await tx.project.findUniqueOrThrow({ where: { id: projectId } });
  const left = leftMicros({ hardMicros: project.hardBudgetMicros, heldMicros: project.heldMicros, spentMicros: project.spentMicros });
  throw new AppError(
    "OVER_BUDGET",
    `This run costs ${formatMicros(quoteMicros)}; the project has ${formatMicros(left ?? 0n)} left. Make fewer variants, use draft quality, or ask a lead for more.`,
    { details: { quoteMicros: quoteMicros.toString(), leftMicros: (left ?? 0n).toString() } },
  );
}

/**
 * Turns a hold into what was spent and what is free again, exactly once: the ledger's unique row is the guard.
 * Returns the project's new version.
 */
export async function settleHold(
  tx: Transaction,
  run: { id: string; workspaceId: string; projectId: string; quoteMicros: bigint },
  settlement: { chargeMicros: bigint; releaseMicros: bigint },
): Promise<number> {
  const base = { workspaceId: run.workspaceId, projectId: run.projectId, runId: run.id };
  await tx.ledgerEntry.createMany({
    data: [
      ...(settlement.chargeMicros > 0n ? [{ ...base, kind: "charge" as const, amountMicros: settlement.chargeMicros }] : []),
      ...(settlement.releaseMicros > 0n ? [{ ...base, kind: "release" as const, amountMicros: settlement.releaseMicros }] : []),
    ],
  });
  const { version } = await tx.project.update({
    where: { id: run.projectId },
    data: {
      heldMicros: { decrement: run.quoteMicros },
      spentMicros: { increment: settlement.chargeMicros },
      version: { increment: 1 },
    },
    select: { version: true },
  });
  return version;
}

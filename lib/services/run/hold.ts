import type { Database as Transaction } from "@/lib/db/client";
import type { BudgetScope } from "@/lib/domain/budget/view";
import { overSentence } from "@/lib/domain/budget/warning";
import { AppError } from "@/lib/domain/errors";
import { type Budget, leftMicros } from "@/lib/domain/money/budget";

/** Whose money a run, a live session or a help is. */
export interface Payers {
  readonly workspaceId: string;
  readonly projectId: string;
  readonly laneId: string | null;
  /** The member who started it. */
  readonly requestedById: string;
}

/** Whether a hard budget these payers count in has less than nothing left: a lead lowered it, or something cost more than was held. */
export async function isOverdrawn(tx: Transaction, payers: Payers): Promise<boolean> {
  const { projectId, workspaceId } = payers;
  const [row] = await tx.$queryRaw<{ over: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM "Project" WHERE "id" = ${projectId}::uuid AND "heldMicros" + "spentMicros" > "hardBudgetMicros")
      OR EXISTS (SELECT 1 FROM "Budget" WHERE "workspaceId" = ${workspaceId}::uuid AND "heldMicros" + "spentMicros" > "hardMicros"
        AND "subjectId" = ANY(${budgetsOf(payers).map(({ subjectId }) => subjectId)}::uuid[])) AS over`;
  return row?.over ?? false;
}

/** The budgets a run counts in beside its project's, always in this order: two runs that race wait for each other and never lock up. */
function budgetsOf({ workspaceId, laneId, requestedById }: Payers) {
  return [
    { scope: "workspace" as const, subjectId: workspaceId },
    ...(laneId === null ? [] : [{ scope: "lane" as const, subjectId: laneId }]),
    { scope: "person" as const, subjectId: requestedById },
  ];
}

/**
 * Holds a quote against every hard budget it counts in, each in one conditional update: of two runs racing for the last
 * dollar the second waits for the first's commit and then finds no room. Either all of them have room or, with the
 * caller's transaction, none is held. Returns the project's new version.
 */
export async function holdBudget(tx: Transaction, payers: Payers, quoteMicros: bigint): Promise<number> {
  const { workspaceId, projectId } = payers;
  const [held] = await tx.$queryRaw<{ version: number }[]>`
    UPDATE "Project" SET "heldMicros" = "heldMicros" + ${quoteMicros}, "version" = "version" + 1
    WHERE "id" = ${projectId}::uuid
      AND ("hardBudgetMicros" IS NULL OR "heldMicros" + "spentMicros" + ${quoteMicros} <= "hardBudgetMicros")
    RETURNING "version"`;
  if (!held) {
    const project = await tx.project.findUniqueOrThrow({ where: { id: projectId } });
    throw overBudget("project", quoteMicros, { ...project, hardMicros: project.hardBudgetMicros });
  }
  // What is free moves no balance: the embedded engine's runs wait for nobody here.
  if (quoteMicros === 0n) return held.version;
  const budgets = budgetsOf(payers);
  await tx.budget.createMany({ data: budgets.map((budget) => ({ workspaceId, ...budget })), skipDuplicates: true });
  for (const { scope, subjectId } of budgets) {
    const changed = await tx.$executeRaw`
      UPDATE "Budget" SET "heldMicros" = "heldMicros" + ${quoteMicros}, "version" = "version" + 1
      WHERE "workspaceId" = ${workspaceId}::uuid AND "scope" = ${scope}::"BudgetScope" AND "subjectId" = ${subjectId}::uuid
        AND ("hardMicros" IS NULL OR "heldMicros" + "spentMicros" + ${quoteMicros} <= "hardMicros")`;
    if (changed > 0) continue;
    const where = { workspaceId_scope_subjectId: { workspaceId, scope, subjectId } };
    throw overBudget(scope, quoteMicros, await tx.budget.findUniqueOrThrow({ where }));
  }
  return held.version;
}

function overBudget(scope: BudgetScope, quoteMicros: bigint, budget: Budget): AppError {
  const left = leftMicros(budget) ?? 0n;
  return new AppError("OVER_BUDGET", overSentence(scope, quoteMicros, left), {
    details: { quoteMicros: quoteMicros.toString(), leftMicros: left.toString(), scope },
  });
}

/**
 * Turns a hold into what was spent and what is free again, exactly once: the ledger's unique row is the guard.
 * Returns the project's new version.
 */
export async function settleHold(
  tx: Transaction,
  held: Payers & { readonly id: string; readonly quoteMicros: bigint },
  settlement: { readonly chargeMicros: bigint; readonly releaseMicros: bigint },
  cause: "runId" | "liveSessionId" | "helpId" = "runId",
): Promise<number> {
  const { workspaceId, projectId, quoteMicros } = held;
  const { chargeMicros, releaseMicros } = settlement;
  const base = { workspaceId, projectId, [cause]: held.id };
  await tx.ledgerEntry.createMany({
    data: [
      ...(chargeMicros > 0n ? [{ ...base, kind: "charge" as const, amountMicros: chargeMicros }] : []),
      ...(releaseMicros > 0n ? [{ ...base, kind: "release" as const, amountMicros: releaseMicros }] : []),
    ],
  });
  const { version } = await tx.project.update({
    where: { id: projectId },
    data: { heldMicros: { decrement: quoteMicros }, spentMicros: { increment: chargeMicros }, version: { increment: 1 } },
    select: { version: true },
  });
  if (quoteMicros === 0n && chargeMicros === 0n) return version;
  const budgets = budgetsOf(held);
  await tx.budget.createMany({ data: budgets.map((budget) => ({ workspaceId, ...budget })), skipDuplicates: true });
  for (const { scope, subjectId } of budgets)
    await tx.budget.update({
      where: { workspaceId_scope_subjectId: { workspaceId, scope, subjectId } },
      data: { heldMicros: { decrement: quoteMicros }, spentMicros: { increment: chargeMicros }, version: { increment: 1 } },
    });
  return version;
}

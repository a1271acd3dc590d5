import { z } from "zod";
import type { Database as Transaction } from "@/lib/db/client";
import { BudgetRow, BudgetScope } from "@/lib/domain/budget/view";
import { AppError } from "@/lib/domain/errors";
import { MicrosText } from "@/lib/domain/money/micros";
import { Id } from "@/lib/domain/wire";
import { write } from "../write";
import { budgetRows } from "./budget-rows";

const Limits = z
  .strictObject({
    scope: BudgetScope,
    subjectId: Id.meta({ description: "The workspace's, project's, lane's or member's id." }),
    softMicros: MicrosText.nullable(),
    hardMicros: MicrosText.nullable(),
  })
  .refine(({ softMicros, hardMicros }) => softMicros === null || hardMicros === null || BigInt(softMicros) <= BigInt(hardMicros), {
    message: "The soft limit warns before the hard one stops: it cannot be above it.",
    path: ["softMicros"],
  });

/**
 * Sets what a workspace, a project, a lane or a person may spend: the soft limit warns, the hard one stops. A limit below
 * what is committed already stops new runs and ends none.
 */
export const setLimits = write({
  verb: "budget.set",
  permission: "budget.set",
  input: Limits,
  output: BudgetRow,
  async run({ tx, actor: { workspaceId } }, { scope, subjectId, softMicros, hardMicros }) {
    const rowOf = async () => (await budgetRows(tx, workspaceId)).find((row) => row.scope === scope && row.subjectId === subjectId);
    const before = await rowOf();
    if (!before) throw new AppError("NOT_FOUND", "There is nothing here to set a budget for.");
    const limits = {
      softMicros: softMicros === null ? null : BigInt(softMicros),
      hardMicros: hardMicros === null ? null : BigInt(hardMicros),
    };
    const version = await save(tx, { workspaceId, scope, subjectId }, limits);
    const after = await rowOf();
    return {
      result: after ?? before,
      audit: [
        {
          subjectKind: scope,
          subjectId,
          details: { softBefore: before.softMicros, soft: softMicros, hardBefore: before.hardMicros, hard: hardMicros },
        },
      ],
      events: [
        {
          kind: "project",
          id: subjectId,
          version,
          ...(scope === "project" ? { projectId: subjectId } : {}),
          act: "budget-set",
        },
      ],
    };
  },
});

async function save(
  tx: Transaction,
  { workspaceId, scope, subjectId }: { workspaceId: string; scope: BudgetScope; subjectId: string },
  { softMicros, hardMicros }: { softMicros: bigint | null; hardMicros: bigint | null },
): Promise<number> {
  if (scope === "project") {
    const data = { softBudgetMicros: softMicros, hardBudgetMicros: hardMicros, version: { increment: 1 } };
    return (await tx.project.update({ where: { id: subjectId, workspaceId }, data, select: { version: true } })).version;
  }
  const limits = { softMicros, hardMicros };
  const { version } = await tx.budget.upsert({
    where: { workspaceId_scope_subjectId: { workspaceId, scope, subjectId } },
    create: { workspaceId, scope, subjectId, ...limits },
    update: { ...limits, version: { increment: 1 } },
    select: { version: true },
  });
  return version;
}

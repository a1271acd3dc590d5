import { z } from "zod";
import type { Database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { AppError } from "@/lib/domain/errors";
import { columnsOf, type EvalSetView, inColumns, Subject } from "@/lib/domain/eval-set/eval-set";

export const evalSetInclude = {
  createdBy: { select: { displayName: true } },
  _count: { select: { trials: true } },
} as const satisfies Prisma.EvalSetInclude;

type EvalSetRow = Prisma.EvalSetGetPayload<{ include: typeof evalSetInclude }>;

export function evalSetView(set: EvalSetRow): EvalSetView {
  const subjects = [...inColumns(z.array(Subject).parse(set.subjects), set.variables)];
  return {
    id: set.id,
    name: set.name,
    subjects,
    seeds: set.seeds.map(Number),
    variables: [...columnsOf(subjects, set.variables)],
    author: set.createdBy.displayName,
    trials: set._count.trials,
    archived: set.archivedAt !== null,
    version: set.version,
    createdAt: set.createdAt.toISOString(),
  };
}

export async function loadEvalSet(db: Database, workspaceId: string, evalSetId: string): Promise<EvalSetView> {
  const set = await db.evalSet.findFirst({ where: { id: evalSetId, workspaceId }, include: evalSetInclude });
  if (!set) throw new AppError("NOT_FOUND", "This eval set does not exist.");
  return evalSetView(set);
}

import type { Database } from "@/lib/db/client";
import type { Budget } from "@/lib/db/generated/client";
import type { BudgetRow } from "@/lib/domain/budget/view";

type Limits = Pick<Budget, "softMicros" | "hardMicros" | "heldMicros" | "spentMicros">;

const EMPTY: Limits = { softMicros: null, hardMicros: null, heldMicros: 0n, spentMicros: 0n };

function budgetRow(scope: BudgetRow["scope"], subject: { id: string; name: string }, limits: Limits): BudgetRow {
  return {
    scope,
    subjectId: subject.id,
    name: subject.name,
    softMicros: limits.softMicros?.toString() ?? null,
    hardMicros: limits.hardMicros?.toString() ?? null,
    heldMicros: limits.heldMicros.toString(),
    spentMicros: limits.spentMicros.toString(),
  };
}

/** Narrows the budgets to those of one run; everything left out is all of them. */
export interface BudgetsAsked {
  readonly projectId?: string;
  readonly laneId?: string | null;
  readonly memberId?: string;
}

/** A workspace's budgets with their names, also of those nothing counted in yet: workspace, projects, lanes, people. */
export async function budgetRows(db: Database, workspaceId: string, asked: BudgetsAsked = {}): Promise<BudgetRow[]> {
  const { projectId, laneId, memberId } = asked;
  // One after the other: inside a transaction there is one connection.
  const workspace = await db.workspace.findUniqueOrThrow({ where: { id: workspaceId }, select: { id: true, name: true } });
  const ofProject = projectId === undefined ? {} : { id: projectId };
  const projects = await db.project.findMany({ where: { workspaceId, archivedAt: null, ...ofProject }, orderBy: { id: "desc" } });
  const lanes =
    laneId === null
      ? []
      : await db.lane.findMany({
          where: { workspaceId, archivedAt: null, ...(laneId === undefined ? {} : { id: laneId }) },
          orderBy: { id: "asc" },
        });
  const ofMember = memberId === undefined ? {} : { id: memberId };
  const members = await db.member.findMany({ where: { workspaceId, removedAt: null, ...ofMember }, orderBy: { displayName: "asc" } });
  const budgets = await db.budget.findMany({ where: { workspaceId } });
  const limitsOf = (scope: Budget["scope"], id: string) => budgets.find((row) => row.scope === scope && row.subjectId === id) ?? EMPTY;
  return [
    budgetRow("workspace", workspace, limitsOf("workspace", workspaceId)),
    ...projects.map((project) =>
      budgetRow("project", project, { ...project, softMicros: project.softBudgetMicros, hardMicros: project.hardBudgetMicros }),
    ),
    ...lanes.map((lane) => budgetRow("lane", lane, limitsOf("lane", lane.id))),
    ...members.map(({ id, displayName }) => budgetRow("person", { id, name: displayName }, limitsOf("person", id))),
  ];
}

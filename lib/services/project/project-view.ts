import type { Database } from "@/lib/db/client";
import { type Budget, leftMicros } from "@/lib/domain/money/budget";
import type { BoardSummary, BudgetView, ProjectView } from "@/lib/domain/project/view";

const COVER_PICTURES = 4;

export function budgetView(project: { hardBudgetMicros: bigint | null; heldMicros: bigint; spentMicros: bigint }): BudgetView {
  const budget: Budget = { hardMicros: project.hardBudgetMicros, heldMicros: project.heldMicros, spentMicros: project.spentMicros };
  return {
    hardMicros: budget.hardMicros?.toString() ?? null,
    heldMicros: budget.heldMicros.toString(),
    spentMicros: budget.spentMicros.toString(),
    leftMicros: leftMicros(budget)?.toString() ?? null,
  };
}

type ProjectRow = {
  id: string;
  name: string;
  brief: string;
  hardBudgetMicros: bigint | null;
  heldMicros: bigint;
  spentMicros: bigint;
  version: number;
  createdAt: Date;
  archivedAt: Date | null;
};

export async function projectView(db: Database, project: ProjectRow): Promise<ProjectView> {
  return {
    id: project.id,
    name: project.name,
    brief: project.brief,
    budget: budgetView(project),
    version: project.version,
    createdAt: project.createdAt.toISOString(),
    archived: project.archivedAt !== null,
    boards: await boardSummaries(db, project.id),
  };
}

async function boardSummaries(db: Database, projectId: string): Promise<BoardSummary[]> {
  const boards = await db.board.findMany({
    where: { projectId, archivedAt: null },
    orderBy: { id: "desc" },
    // A grid counts as the one prompt it is on the board, not as its thousand cells.
    include: { _count: { select: { prompts: { where: { cell: null } } } } },
  });
  const summaries: BoardSummary[] = [];
  // One after the other: inside a transaction there is one connection.
  for (const board of boards) {
    const pictures = await db.variant.findMany({
      where: { prompt: { boardId: board.id }, flag: { not: "reject" } },
      orderBy: [{ flag: "desc" }, { id: "desc" }],
      take: COVER_PICTURES,
      select: { asset: { select: { id: true, thumbHash: true, width: true, height: true } } },
    });
    summaries.push({
      id: board.id,
      name: board.name,
      createdAt: board.createdAt.toISOString(),
      prompts: board._count.prompts,
      cover: pictures.map(({ asset }) => ({ assetId: asset.id, thumbHash: asset.thumbHash, width: asset.width, height: asset.height })),
    });
  }
  return summaries;
}

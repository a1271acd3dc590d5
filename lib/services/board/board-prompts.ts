import type { Database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { AppError } from "@/lib/domain/errors";
import type { BoardView, PromptView } from "@/lib/domain/prompt/view";
import { promptInclude, promptView } from "../prompt/prompt-view";

/** A grid's cells stay on its own page until they are picked or branched from: a thousand of them would bury the lineage. */
const GROWN = { OR: [{ cell: null }, { children: { some: {} } }, { variants: { some: { flag: "pick" as const } } }] };

/** Prompts of a board that are shown on it, oldest first, so that a layout grows without moving what is already placed. */
export async function boardPrompts(
  db: Database,
  boardId: string,
  archived: boolean,
  among: Prisma.PromptWhereInput = {},
): Promise<PromptView[]> {
  const prompts = await db.prompt.findMany({
    where: { boardId, ...GROWN, ...(archived ? {} : { archivedAt: null }), AND: among },
    orderBy: { id: "asc" },
    include: promptInclude,
  });
  return prompts.map(promptView);
}

/** A board without its prompts and without a place in the stream of events. */
export async function boardHead(db: Database, workspaceId: string, boardId: string): Promise<Omit<BoardView, "prompts" | "position">> {
  const board = await db.board.findFirst({ where: { id: boardId, workspaceId }, include: { project: { select: { name: true } } } });
  if (!board) throw new AppError("NOT_FOUND", "This board does not exist.");
  return {
    id: board.id,
    projectId: board.projectId,
    projectName: board.project.name,
    name: board.name,
    version: board.version,
    createdAt: board.createdAt.toISOString(),
  };
}

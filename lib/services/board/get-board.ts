import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { BoardView } from "@/lib/domain/prompt/view";
import { Id } from "@/lib/domain/wire";
import { promptInclude, promptView } from "../prompt/prompt-view";
import { read } from "../read";

/** A grid's cells stay on its own page until they are picked or branched from: a thousand of them would bury the lineage. */
const GROWN = { OR: [{ cell: null }, { children: { some: {} } }, { variants: { some: { flag: "pick" as const } } }] };

/** The whole lineage of a board, oldest first, so that a layout grows without moving what is already placed. */
export const getBoard = read({
  verb: "board.get",
  permission: "workspace.read",
  input: z.strictObject({ boardId: Id, archived: z.boolean().default(false) }),
  output: BoardView,
  async run({ db, actor }, { boardId, archived }) {
    const board = await db.board.findFirst({
      where: { id: boardId, workspaceId: actor.workspaceId },
      include: { project: { select: { name: true } } },
    });
    if (!board) throw new AppError("NOT_FOUND", "This board does not exist.");
    const prompts = await db.prompt.findMany({
      where: { boardId, ...GROWN, ...(archived ? {} : { archivedAt: null }) },
      orderBy: { id: "asc" },
      include: promptInclude,
    });
    return {
      id: board.id,
      projectId: board.projectId,
      projectName: board.project.name,
      name: board.name,
      version: board.version,
      createdAt: board.createdAt.toISOString(),
      prompts: prompts.map(promptView),
    };
  },
});

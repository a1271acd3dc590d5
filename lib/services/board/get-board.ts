import { z } from "zod";
import { BoardView } from "@/lib/domain/prompt/view";
import { Id } from "@/lib/domain/wire";
import { streamPosition } from "../event/list-events";
import { read } from "../read";
import { boardHead, boardPrompts } from "./board-prompts";

/** The whole lineage of a board. */
export const getBoard = read({
  verb: "board.get",
  permission: "workspace.read",
  input: z.strictObject({ boardId: Id, archived: z.boolean().default(false) }),
  output: BoardView,
  async run({ db, actor }, { boardId, archived }) {
    const head = await boardHead(db, actor.workspaceId, boardId);
    // Asked first: what is written meanwhile is told once more rather than never.
    const position = await streamPosition(db);
    return { ...head, position, prompts: await boardPrompts(db, boardId, archived) };
  },
});

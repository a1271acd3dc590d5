import { z } from "zod";
import { BoardView } from "@/lib/domain/prompt/view";
import { Id } from "@/lib/domain/wire";
import { streamPosition } from "../event/list-events";
import { read } from "../read";
import { boardHead, boardPrompts } from "./board-prompts";

/** The lineage of a board, whole or a page of it. A board read in pages is up to date from the position of its first one. */
export const getBoard = read({
  verb: "board.get",
  permission: "workspace.read",
  input: z.strictObject({
    boardId: Id,
    archived: z.boolean().default(false),
    after: Id.optional().meta({ description: "Prompts after this one only: the last prompt of the page before." }),
    limit: z.int().min(1).max(1_000).optional().meta({ description: "So many prompts at most; absent = all of them." }),
  }),
  output: BoardView,
  async run({ db, actor }, { boardId, archived, after, limit }) {
    const head = await boardHead(db, actor, boardId);
    // Asked first: what is written meanwhile is told once more rather than never.
    const position = await streamPosition(db);
    return { ...head, position, prompts: await boardPrompts(db, boardId, archived, after ? { id: { gt: after } } : {}, limit) };
  },
});

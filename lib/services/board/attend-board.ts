import { z } from "zod";
import { Attendance, type PresenceNews } from "@/lib/domain/board/presence";
import { AppError } from "@/lib/domain/errors";
import { spreadPresence } from "../event/news";
import { personOf } from "../person";
import { read } from "../read";

/** Says where somebody is on a board to the others who are on it now. Nothing is kept, so nothing is written. */
export const attendBoard = read({
  verb: "board.attend",
  permission: "workspace.read",
  input: Attendance,
  output: z.strictObject({}),
  async run({ db, actor }, attendance) {
    const { workspaceId, memberId } = personOf(actor);
    const board = await db.board.findFirst({ where: { id: attendance.boardId, workspaceId }, select: { id: true } });
    if (!board) throw new AppError("NOT_FOUND", "This board does not exist.");
    const member = await db.member.findFirst({ where: { id: memberId, workspaceId }, select: { displayName: true } });
    const news: PresenceNews = { ...attendance, memberId, name: member?.displayName ?? "Somebody" };
    await spreadPresence(db, workspaceId, news);
    return {};
  },
});

import { z } from "zod";
import { MAX_NOTES_A_BOARD, NoteOn, NoteText, NoteView } from "@/lib/domain/board/note";
import { AppError } from "@/lib/domain/errors";
import { Id } from "@/lib/domain/wire";
import { personOf } from "../person";
import { write } from "../write";
import { noteEvent, noteInclude, noteView } from "./note-view";

/** Attaches a note to a prompt or to a section of a board. */
export const writeNote = write({
  verb: "note.write",
  permission: "note.write",
  input: z.strictObject({ boardId: Id, on: NoteOn, text: NoteText }),
  output: NoteView,
  async run({ tx, actor }, { boardId, on, text }) {
    const { workspaceId, memberId } = personOf(actor);
    const board = await tx.board.findFirst({ where: { id: boardId, workspaceId }, select: { id: true } });
    if (!board) throw new AppError("NOT_FOUND", "This board does not exist.");
    const isThere =
      "promptId" in on
        ? await tx.prompt.count({ where: { id: on.promptId, boardId } })
        : await tx.section.count({ where: { id: on.sectionId, boardId, removedAt: null } });
    if (isThere === 0) throw new AppError("NOT_FOUND", `This ${"promptId" in on ? "prompt" : "section"} is not on this board.`);
    if ((await tx.boardNote.count({ where: { boardId, removedAt: null } })) >= MAX_NOTES_A_BOARD)
      throw new AppError("REFUSED", "A board has at most 2,000 notes.");
    const note = await tx.boardNote.create({ data: { workspaceId, boardId, ...on, text, authorId: memberId }, include: noteInclude });
    return {
      result: noteView(note, actor),
      audit: [{ subjectKind: "note", subjectId: note.id, details: { boardId, ...on, text } }],
      events: [noteEvent(note, "written")],
    };
  },
});

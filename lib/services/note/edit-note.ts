import { z } from "zod";
import { NoteText, NoteView } from "@/lib/domain/board/note";
import { AppError } from "@/lib/domain/errors";
import { Id } from "@/lib/domain/wire";
import { write } from "../write";
import { loadOwnNote, noteEvent, noteView } from "./note-view";

/** Changes one's own note. The trail keeps what it said. */
export const editNote = write({
  verb: "note.edit",
  permission: "note.write",
  input: z.strictObject({ noteId: Id, text: NoteText }),
  output: NoteView,
  async run({ tx, actor, now }, { noteId, text }) {
    const before = await loadOwnNote({ tx, actor }, noteId);
    if (before.removedAt === null && before.text === text) return { result: noteView(before, actor), unchanged: true as const };
    const { count } = await tx.boardNote.updateMany({
      where: { id: noteId, version: before.version, removedAt: null },
      data: { text, editedAt: now, version: { increment: 1 } },
    });
    if (count === 0) throw new AppError("CONFLICT", "This note was changed or taken back in the meantime. Look again.");
    const note = await loadOwnNote({ tx, actor }, noteId);
    return {
      result: noteView(note, actor),
      audit: [{ subjectKind: "note", subjectId: noteId, details: { before: before.text, after: text } }],
      events: [noteEvent(note, "edited")],
    };
  },
});

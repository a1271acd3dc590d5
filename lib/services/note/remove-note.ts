import { z } from "zod";
import { NoteView } from "@/lib/domain/board/note";
import { Id } from "@/lib/domain/wire";
import { write } from "../write";
import { loadOwnNote, noteEvent, noteView } from "./note-view";

/** Takes one's own note off the board, or brings it back. */
export const removeNote = write({
  verb: "note.remove",
  permission: "note.write",
  input: z.strictObject({ noteId: Id, removed: z.boolean() }),
  output: NoteView,
  async run({ tx, actor, now }, { noteId, removed }) {
    await loadOwnNote({ tx, actor }, noteId);
    const { count } = await tx.boardNote.updateMany({
      where: { id: noteId, removedAt: removed ? null : { not: null } },
      data: { removedAt: removed ? now : null, version: { increment: 1 } },
    });
    const note = await loadOwnNote({ tx, actor }, noteId);
    if (count === 0) return { result: noteView(note, actor), unchanged: true as const };
    return {
      result: noteView(note, actor),
      audit: [{ subjectKind: "note", subjectId: noteId, details: { removed, text: note.text } }],
      events: [noteEvent(note, removed ? "removed" : "restored")],
    };
  },
});

import { editNote } from "@/lib/services/note/edit-note";
import { removeNote } from "@/lib/services/note/remove-note";
import { writeNote } from "@/lib/services/note/write-note";
import { procedure } from "../procedure";

const tags = ["Boards"] as const;

export const note = {
  write: procedure(writeNote, {
    method: "POST",
    path: "/boards/{boardId}/notes",
    summary: "Attach a note to a prompt or a section of a board",
    tags,
  }),
  edit: procedure(editNote, { method: "PATCH", path: "/notes/{noteId}", summary: "Change your own note", tags }),
  remove: procedure(removeNote, {
    method: "PUT",
    path: "/notes/{noteId}/removed",
    summary: "Take your own note off its board, or bring it back",
    tags,
  }),
};

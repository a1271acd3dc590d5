import type { Prisma } from "@/lib/db/generated/client";
import type { Actor } from "@/lib/domain/access/actor";
import type { NoteView } from "@/lib/domain/board/note";
import { AppError } from "@/lib/domain/errors";
import type { StudioEvent } from "@/lib/domain/event/studio-event";
import { personOf } from "../person";
import type { WriteContext } from "../write";

export const noteInclude = {
  author: { select: { displayName: true } },
  board: { select: { projectId: true } },
} as const satisfies Prisma.BoardNoteInclude;

type NoteRow = Prisma.BoardNoteGetPayload<{ include: typeof noteInclude }>;

export function noteView(note: Omit<NoteRow, "board">, actor: Actor): NoteView {
  const { id, promptId, sectionId, text, version, author, authorId, createdAt, editedAt } = note;
  return {
    id,
    promptId,
    sectionId,
    text,
    author: author.displayName,
    isMine: actor.kind !== "system" && actor.memberId === authorId,
    version,
    createdAt: createdAt.toISOString(),
    editedAt: editedAt?.toISOString() ?? null,
  };
}

/** A note of the actor's own. @throws AppError `NOT_FOUND`, or `FORBIDDEN` for somebody else's */
export async function loadOwnNote({ tx, actor }: Pick<WriteContext, "tx" | "actor">, noteId: string): Promise<NoteRow> {
  const note = await tx.boardNote.findFirst({ where: { id: noteId, workspaceId: actor.workspaceId }, include: noteInclude });
  if (!note) throw new AppError("NOT_FOUND", "This note does not exist.");
  if (note.authorId !== personOf(actor).memberId)
    throw new AppError("FORBIDDEN", "Only the person who wrote a note changes it or takes it back.");
  return note;
}

export function noteEvent({ id, version, boardId, board }: NoteRow, act: string): StudioEvent {
  return { kind: "note", id, version, boardId, projectId: board.projectId, act };
}

import type { Database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { PersonActor } from "@/lib/domain/access/actor";
import { AppError } from "@/lib/domain/errors";
import {
  COMMENT_REFUSALS,
  type CommentAuthor,
  type CommentRefusal,
  type CommentView,
  standing,
  type ThreadView,
  whyNotEdit,
  whyNotRemove,
} from "@/lib/domain/review/comment";

const named = { select: { id: true, displayName: true } } as const;

/** What a comment's row must bring along to be shown to one person. */
const includeFor = (memberId: string) =>
  ({
    author: named,
    resolvedBy: named,
    attempt: { select: { number: true } },
    mentions: { select: { member: named }, orderBy: { memberId: "asc" } },
    sightings: { where: { memberId }, select: { memberId: true } },
  }) as const satisfies Prisma.CommentInclude;

type Row = Prisma.CommentGetPayload<{ include: ReturnType<typeof includeFor> }>;

const personName = ({ id, displayName }: { readonly id: string; readonly displayName: string }) => ({ id, name: displayName });

export const noSuchThread = () => new AppError("NOT_FOUND", "This thread does not exist.");
export const noSuchComment = () => new AppError("NOT_FOUND", "This comment does not exist.");

export function refuse(refusal: CommentRefusal | null): void {
  if (refusal) throw new AppError(COMMENT_REFUSALS[refusal].code, COMMENT_REFUSALS[refusal].sentence);
}

/** The threads of a card as this person sees them, oldest first. */
export async function threadsOf(db: Database, cardId: string, viewer: Pick<PersonActor, "memberId" | "role">): Promise<ThreadView[]> {
  const rows = await db.comment.findMany({ where: { cardId }, orderBy: { id: "asc" }, include: includeFor(viewer.memberId) });
  return rows.flatMap((first) => {
    if (first.threadId !== null) return [];
    const comments = standing(
      rows.filter(({ id, threadId }) => id === first.id || threadId === first.id).map((row) => viewOf(row, viewer)),
    );
    if (comments.length === 0) return [];
    const { id, attemptId, defectId, attempt, resolvedBy, resolvedAt } = first;
    const resolved = resolvedBy && resolvedAt && { by: personName(resolvedBy), at: resolvedAt.toISOString() };
    return [{ id, attemptId, attempt: attempt.number, defectId, resolved, comments: [...comments] }];
  });
}

function viewOf(row: Row, viewer: Pick<PersonActor, "memberId" | "role">): CommentView {
  const isRemoved = row.removedAt !== null;
  const facts = { authorId: row.authorId, isRemoved };
  return {
    id: row.id,
    author: authorOf(row),
    body: isRemoved ? "" : row.body,
    mentions: isRemoved ? [] : row.mentions.map(({ member }) => personName(member)),
    createdAt: row.createdAt.toISOString(),
    editedAt: row.editedAt?.toISOString() ?? null,
    isRemoved,
    isUnread: !isRemoved && row.authorId !== viewer.memberId && row.sightings.length === 0,
    mayEdit: whyNotEdit(facts, viewer) === null,
    mayRemove: whyNotRemove(facts, viewer) === null,
  };
}

function authorOf({ author, guestId, guestName }: Row): CommentAuthor {
  if (author) return { kind: "member", ...personName(author) };
  return { kind: "guest", id: guestId ?? "", name: guestName ?? "" };
}

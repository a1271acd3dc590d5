import { z } from "zod";
import { may, type Role } from "../access/policy";
import type { ErrorCode } from "../errors";
import { PlainText } from "../prompt/recipe";
import { Id, Instant } from "../wire";
import { PersonName } from "./view";

/** Enough for every conversation, and what one screen can still show. */
export const MAX_COMMENTS_A_CARD = 2_000;
export const MAX_MENTIONS = 20;

export const CommentBody = PlainText.trim().min(1, "Write something first.").max(4_000);
/** Members a comment names; their names stand in the text as `@Name`. */
export const Mentions = z.array(Id).max(MAX_MENTIONS).default([]);

/** Who said something: a member, or a guest under the name they gave. */
export const CommentAuthor = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("member"), id: Id, name: z.string() }),
  z.strictObject({ kind: z.literal("guest"), id: Id, name: z.string() }),
]);
export type CommentAuthor = z.infer<typeof CommentAuthor>;

export const CommentView = z.strictObject({
  id: Id,
  author: CommentAuthor,
  /** Empty once it is removed. */
  body: z.string(),
  mentions: z.array(PersonName),
  createdAt: Instant,
  editedAt: Instant.nullable(),
  isRemoved: z.boolean(),
  /** Written by somebody else and not seen by the person asking. */
  isUnread: z.boolean(),
  /** What the person asking may do to it. */
  mayEdit: z.boolean(),
  mayRemove: z.boolean(),
});
export type CommentView = z.infer<typeof CommentView>;

/** A conversation about an attempt, or about one defect of it. Its id is that of its first comment. */
export const ThreadView = z.strictObject({
  id: Id,
  attemptId: Id,
  /** The attempt's number. */
  attempt: z.int(),
  defectId: Id.nullable(),
  resolved: z.strictObject({ by: PersonName, at: Instant }).nullable(),
  /** Oldest first; a removed one keeps its place while others answer it. */
  comments: z.array(CommentView),
});
export type ThreadView = z.infer<typeof ThreadView>;

/** Why an act on a comment is refused. */
export const COMMENT_REFUSALS = {
  removed: { code: "CONFLICT", sentence: "This comment was removed." },
  not_yours: { code: "FORBIDDEN", sentence: "Only the person who wrote a comment changes it." },
  not_yours_to_remove: { code: "FORBIDDEN", sentence: "The person who wrote a comment removes it; a guest's, a lead or an admin too." },
} as const satisfies Record<string, { readonly code: ErrorCode; readonly sentence: string }>;
export type CommentRefusal = keyof typeof COMMENT_REFUSALS;

/** What the rules of a comment need to know of it. */
export interface Written {
  /** Null for a guest's. */
  readonly authorId: string | null;
  readonly isRemoved: boolean;
}

type Asker = { readonly memberId: string; readonly role: Role };

/** Words are changed by whoever wrote them, and by nobody else. */
export function whyNotEdit(comment: Written, by: Asker): CommentRefusal | null {
  if (comment.isRemoved) return "removed";
  return comment.authorId === by.memberId ? null : "not_yours";
}

/** A comment is removed by whoever wrote it; a guest's also by whoever answers for what guests may do. */
export function whyNotRemove(comment: Written, by: Asker): CommentRefusal | null {
  if (comment.isRemoved) return "removed";
  if (comment.authorId === by.memberId) return null;
  return comment.authorId === null && may(by.role, "card.waive") ? null : "not_yours_to_remove";
}

/** Of a thread's comments those that are shown: with the last living one gone, the thread is. */
export function standing<Comment extends { readonly isRemoved: boolean }>(comments: readonly Comment[]): readonly Comment[] {
  return comments.some(({ isRemoved }) => !isRemoved) ? comments : [];
}

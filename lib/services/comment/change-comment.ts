import type { Comment, Prisma } from "@/lib/db/generated/client";
import { AppError } from "@/lib/domain/errors";
import type { StudioEvent } from "@/lib/domain/event/studio-event";
import type { WriteContext } from "../write";
import { noSuchComment } from "./thread-rows";

/** The row of a comment, with the project its news belongs to. */
export async function loadComment({ tx, actor }: WriteContext, commentId: string) {
  const comment = await tx.comment.findFirst({
    where: { id: commentId, workspaceId: actor.workspaceId },
    include: { card: { select: { projectId: true } } },
  });
  if (!comment) throw noSuchComment();
  return comment;
}

type Loaded = Comment & { readonly card: { readonly projectId: string } };

/** Changes a comment nobody changed since it was loaded, and says so to open screens. */
export async function changeComment(
  { tx }: WriteContext,
  { id, version, card }: Loaded,
  data: Omit<Prisma.CommentUncheckedUpdateManyInput, "version">,
  act: string,
): Promise<StudioEvent> {
  const { count } = await tx.comment.updateMany({ where: { id, version }, data: { ...data, version: version + 1 } });
  if (count === 0) throw new AppError("CONFLICT", "Somebody changed this in the meantime. Look again.");
  return { kind: "comment", id, version: version + 1, projectId: card.projectId, act };
}

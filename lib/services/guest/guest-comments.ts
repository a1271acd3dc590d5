import type { Database } from "@/lib/db/client";
import type { Guest } from "@/lib/domain/guest/guest";
import type { GuestCard } from "@/lib/domain/guest/view";

type GuestComment = GuestCard["comments"][number] & { readonly attemptId: string };

/**
 * What a guest may read of what was said on these attempts: the threads guests of their own link began, with every answer in them. What
 * the team says among itself is in other threads and stays there.
 */
export async function guestComments(db: Database, { guestId, linkId }: Guest, attemptIds: readonly string[]): Promise<GuestComment[]> {
  const attemptId = { in: [...attemptIds] };
  const guests = await db.guest.findMany({ where: { linkId }, select: { id: true } });
  const began = await db.comment.findMany({
    where: { attemptId, threadId: null, guestId: { in: guests.map(({ id }) => id) } },
    select: { id: true },
  });
  const threads = began.map(({ id }) => id);
  const rows = await db.comment.findMany({
    where: { removedAt: null, OR: [{ id: { in: threads } }, { threadId: { in: threads } }] },
    select: {
      id: true,
      attemptId: true,
      threadId: true,
      body: true,
      guestId: true,
      guestName: true,
      createdAt: true,
      author: { select: { displayName: true } },
    },
    orderBy: { id: "asc" },
  });
  return rows.map((row) => ({
    id: row.id,
    attemptId: row.attemptId,
    threadId: row.threadId,
    by: row.author?.displayName ?? row.guestName ?? "",
    isMine: row.guestId === guestId,
    body: row.body,
    createdAt: row.createdAt.toISOString(),
  }));
}

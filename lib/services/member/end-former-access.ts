import type { Database as Transaction } from "@/lib/db/client";

/** What setting a password ended, for the trail. */
export interface Ended {
  readonly sessionsEnded: number;
  readonly linksEnded: number;
}

/**
 * Ends what the former password opened: every session but `here`, and every password link of the seat that is still
 * open. Part of whatever sets the password.
 */
export async function endFormerAccess(
  tx: Transaction,
  of: { readonly userId: string; readonly memberId: string; readonly here?: string | undefined },
  now: Date,
): Promise<Ended> {
  const { userId, memberId, here } = of;
  const sessions = await tx.session.updateMany({
    where: { userId, revokedAt: null, expiresAt: { gt: now }, ...(here === undefined ? {} : { id: { not: here } }) },
    data: { revokedAt: now },
  });
  const links = await tx.passwordReset.updateMany({ where: { memberId, usedAt: null, revokedAt: null }, data: { revokedAt: now } });
  return { sessionsEnded: sessions.count, linksEnded: links.count };
}

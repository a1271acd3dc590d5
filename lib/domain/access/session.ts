/** A signed-in browser stays so for two weeks from signing in, however often it is used. */
export const SESSION_LIFE_SECONDS = 14 * 24 * 3600;

/** "Last seen" and "last used" are kept to the minute: one write a minute, not one a request. */
export const SEEN_RESOLUTION_MS = 60_000;

export function sessionExpiry(signedInAt: Date): Date {
  return new Date(signedInAt.getTime() + SESSION_LIFE_SECONDS * 1000);
}

export function isSessionLive(session: { readonly expiresAt: Date; readonly revokedAt: Date | null }, now: Date): boolean {
  return session.revokedAt === null && session.expiresAt > now;
}

/** Whether a "last seen" is old enough to be worth writing again. */
export function isSightingDue(lastSeenAt: Date | null, now: Date): boolean {
  return lastSeenAt === null || now.getTime() - lastSeenAt.getTime() >= SEEN_RESOLUTION_MS;
}

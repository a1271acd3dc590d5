/** An invitation link works for a week. */
const INVITATION_LIFE_MS = 7 * 24 * 3600 * 1000;

export function invitationExpiry(invitedAt: Date): Date {
  return new Date(invitedAt.getTime() + INVITATION_LIFE_MS);
}

export interface InvitationLife {
  readonly expiresAt: Date;
  readonly acceptedAt: Date | null;
  readonly revokedAt: Date | null;
}

export type InvitationState = "open" | "accepted" | "revoked" | "expired";

export function invitationState(invitation: InvitationLife, now: Date): InvitationState {
  if (invitation.acceptedAt) return "accepted";
  if (invitation.revokedAt) return "revoked";
  return invitation.expiresAt > now ? "open" : "expired";
}

/** What the person with the link reads when it does not open. */
export const CLOSED_INVITATION_SENTENCES = {
  accepted: "This invitation was used already. If it was you, sign in.",
  revoked: "This invitation was withdrawn. Ask an admin for a new link.",
  expired: "This invitation has expired. Ask an admin for a new link.",
  unknown: "This invitation link is not complete or not ours. Copy it again, or ask an admin for a new one.",
} as const satisfies Record<Exclude<InvitationState, "open"> | "unknown", string>;

import { mayResetPassword, type Seat } from "./seat";

/** A password link works for a day: it is made for somebody who is waiting for it. */
const PASSWORD_RESET_LIFE_MS = 24 * 3600 * 1000;

export function passwordResetExpiry(madeAt: Date): Date {
  return new Date(madeAt.getTime() + PASSWORD_RESET_LIFE_MS);
}

export interface PasswordResetLife {
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
  readonly revokedAt: Date | null;
  /** Whose password it sets. */
  readonly member: Seat;
  readonly madeBy: Seat;
}

export type PasswordResetState = "open" | "used" | "revoked" | "expired";

/** Whether a link still opens. One whose maker could not make it any more counts as withdrawn. */
export function passwordResetState(reset: PasswordResetLife, now: Date): PasswordResetState {
  if (reset.usedAt) return "used";
  if (reset.revokedAt || mayResetPassword(reset.member, reset.madeBy) !== true) return "revoked";
  return reset.expiresAt > now ? "open" : "expired";
}

/** What the person with the link reads when it does not open. */
export const CLOSED_RESET_SENTENCES = {
  used: "This link was used already. If it was you, sign in with your new password; if not, tell an admin.",
  revoked: "This link was withdrawn. Ask an admin for a new one.",
  expired: "This link has expired. Ask an admin for a new one.",
  unknown: "This link is not complete or not ours. Copy it again, or ask an admin for a new one.",
} as const satisfies Record<Exclude<PasswordResetState, "open"> | "unknown", string>;

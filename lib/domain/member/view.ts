import { z } from "zod";
import { Role } from "../access/policy";
import { Id, Instant } from "../wire";

/** A place in the team as others see it. */
export const MemberView = z.strictObject({
  id: Id,
  displayName: z.string(),
  role: Role,
  version: z.int(),
  /** `waiting`: the seat has no person yet; an admin hands it out by an invitation link. */
  state: z.enum(["active", "waiting"]),
  /** Only for those who manage members. */
  email: z.string().nullable(),
  lastSeenAt: Instant.nullable(),
  /** The open invitation of a waiting seat, only for those who manage members. */
  invitation: z.strictObject({ id: Id, expiresAt: Instant }).nullable(),
  createdAt: Instant,
});
export type MemberView = z.infer<typeof MemberView>;

/** An invitation as it is handed out: the only time its link is known. */
export const InvitationLink = z.strictObject({
  invitationId: Id,
  memberId: Id,
  /** Path below the studio's address, e.g. `/invitation/…`. Works once, until `expiresAt`. */
  path: z.string(),
  expiresAt: Instant,
});
export type InvitationLink = z.infer<typeof InvitationLink>;

/** A link by which a member chooses a new password, shown once. */
export const PasswordResetLink = z.strictObject({
  passwordResetId: Id,
  memberId: Id,
  /** Path below the studio's address, e.g. `/reset/…`. Works once, until `expiresAt`. */
  path: z.string(),
  expiresAt: Instant,
});
export type PasswordResetLink = z.infer<typeof PasswordResetLink>;

/** A signed-in browser. */
export const SessionView = z.strictObject({
  id: Id,
  /** What the browser calls itself. */
  userAgent: z.string(),
  /** The one this question came from. */
  current: z.boolean(),
  createdAt: Instant,
  lastSeenAt: Instant,
  expiresAt: Instant,
});
export type SessionView = z.infer<typeof SessionView>;

/** Who I am here, for the shell. */
export const MeView = z.strictObject({
  memberId: Id,
  displayName: z.string(),
  email: z.string().nullable(),
  role: Role,
  workspace: z.strictObject({ id: Id, name: z.string(), currency: z.string() }),
});
export type MeView = z.infer<typeof MeView>;

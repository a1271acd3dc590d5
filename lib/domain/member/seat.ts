import { may, type Role } from "../access/policy";

/** A place in a workspace. Until somebody takes it, `userId` is null. */
export interface Seat {
  readonly id: string;
  readonly role: Role;
  readonly userId: string | null;
  readonly removedAt: Date | null;
}

export type SeatRefusal = "removed" | "unchanged" | "last_admin" | "taken" | "empty" | "own" | "not_managing";

/** An admin who can sign in and act; an empty admin seat looks after nothing. */
export function isActingAdmin(seat: Seat): boolean {
  return seat.role === "admin" && seat.userId !== null && seat.removedAt === null;
}

/** A workspace always keeps an acting admin: the last one is neither demoted… */
export function mayTakeRole(seat: Seat, role: Role, actingAdmins: number): true | SeatRefusal {
  if (seat.removedAt) return "removed";
  if (seat.role === role) return "unchanged";
  return isActingAdmin(seat) && actingAdmins <= 1 ? "last_admin" : true;
}

/** …nor removed. */
export function mayBeRemoved(seat: Seat, actingAdmins: number): true | SeatRefusal {
  if (seat.removedAt) return "removed";
  return isActingAdmin(seat) && actingAdmins <= 1 ? "last_admin" : true;
}

/** A seat is handed out while nobody sits in it. */
export function mayBeInvited(seat: Seat): true | SeatRefusal {
  if (seat.removedAt) return "removed";
  return seat.userId === null ? true : "taken";
}

/**
 * Whether `maker` may hand out a link by which the person in `seat` chooses a new password. Never their own – that takes
 * the present one – and never an admin's unless they are one. Asked again when the link is used: it is worth no more
 * than its maker is by then.
 */
export function mayResetPassword(seat: Seat, maker: Seat): true | SeatRefusal {
  const manages = maker.userId !== null && maker.removedAt === null && may(maker.role, "member.manage");
  if (!manages || (seat.role === "admin" && maker.role !== "admin")) return "not_managing";
  if (seat.removedAt) return "removed";
  if (seat.userId === null) return "empty";
  return seat.id === maker.id ? "own" : true;
}

export const SEAT_SENTENCES = {
  removed: "This member was removed.",
  unchanged: "This member has that role already.",
  last_admin: "This is the last admin. Make somebody else an admin first.",
  taken: "Somebody sits in this seat already.",
  empty: "Nobody sits in this seat yet. Hand it out by an invitation link.",
  own: "Your own password is changed under Your account, with the present one.",
  not_managing: "Only an admin can hand out a password link.",
} as const satisfies Record<SeatRefusal, string>;

import type { Role } from "../access/policy";

/** A place in a workspace. Until somebody takes it, `userId` is null. */
export interface Seat {
  readonly id: string;
  readonly role: Role;
  readonly userId: string | null;
  readonly removedAt: Date | null;
}

export type SeatRefusal = "removed" | "unchanged" | "last_admin" | "taken";

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

export const SEAT_SENTENCES = {
  removed: "This member was removed.",
  unchanged: "This member has that role already.",
  last_admin: "This is the last admin. Make somebody else an admin first.",
  taken: "Somebody sits in this seat already.",
} as const satisfies Record<SeatRefusal, string>;

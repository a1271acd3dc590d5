import type { Database as Transaction } from "@/lib/db/client";
import type { Member } from "@/lib/db/generated/client";
import { AppError } from "@/lib/domain/errors";
import type { StudioEvent } from "@/lib/domain/event/studio-event";
import { SEAT_SENTENCES, type SeatRefusal } from "@/lib/domain/member/seat";

/**
 * Makes changes of one team wait for each other: two admins who demote one another at once must not both find the
 * other still there. Does not hold up anything else in the workspace.
 */
export async function lockTeam(tx: Transaction, workspaceId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "Workspace" WHERE "id" = ${workspaceId}::uuid FOR NO KEY UPDATE`;
}

export async function seatOf(tx: Transaction, workspaceId: string, memberId: string): Promise<Member> {
  const member = await tx.member.findFirst({ where: { id: memberId, workspaceId } });
  if (!member) throw new AppError("NOT_FOUND", "This member does not exist.");
  return member;
}

export function actingAdmins(tx: Transaction, workspaceId: string): Promise<number> {
  return tx.member.count({ where: { workspaceId, role: "admin", userId: { not: null }, removedAt: null } });
}

/** Somebody changed the seat before; any other refusal is a rule. */
const OVERTAKEN: readonly SeatRefusal[] = ["removed", "unchanged", "taken"];

/** Turns the domain's refusal into the sentence a person reads. */
export function insist(decision: true | SeatRefusal): void {
  if (decision !== true) throw new AppError(OVERTAKEN.includes(decision) ? "CONFLICT" : "REFUSED", SEAT_SENTENCES[decision]);
}

export function memberEvent(member: Pick<Member, "id" | "version">, act: string): StudioEvent {
  return { kind: "member", id: member.id, version: member.version, act };
}

import { v7 as newId } from "uuid";
import { db } from "@/lib/db/client";
import { authorise, type PersonActor } from "@/lib/domain/access/actor";
import { MAX_OPEN_UPLOADS, UPLOAD_LIFETIME_HOURS, UploadResult } from "@/lib/domain/asset/upload";
import { AppError } from "@/lib/domain/errors";

const lifetimeAgo = (now: Date) => new Date(now.getTime() - UPLOAD_LIFETIME_HOURS * 3_600_000);

/** An upload in flight, known to every web process through the database. */
export interface Upload {
  readonly id: string;
  /** Bytes announced; not one more is taken. */
  readonly byteSize: number;
  /** Who announced it, with the role of this moment. */
  readonly actor: PersonActor;
  /** Set once it is over, for good. */
  readonly result: UploadResult | null;
}

/** Announces uploads before their first byte; returns one id a file, in order. Bytes without an announcement are refused. */
export async function announceUploads(actor: PersonActor, byteSizes: readonly number[], now = new Date()): Promise<string[]> {
  authorise(actor, "asset.write");
  const { workspaceId, memberId } = actor;
  const open = await db().uploadTicket.count({ where: { memberId, consumedAt: null, createdAt: { gt: lifetimeAgo(now) } } });
  if (open + byteSizes.length > MAX_OPEN_UPLOADS)
    throw new AppError("TOO_MANY_REQUESTS", `Only ${MAX_OPEN_UPLOADS} uploads may be open at once. Let some of them finish first.`);
  const tickets = byteSizes.map((byteSize) => ({ key: newId(), workspaceId, memberId, byteSize, createdAt: now }));
  await db().uploadTicket.createMany({ data: tickets });
  return tickets.map(({ key }) => key);
}

/** An announced upload. Null when it was never announced, is too old, or its member may not act any more. */
export async function findUpload(id: string, now = new Date()): Promise<Upload | null> {
  const ticket = await db().uploadTicket.findFirst({ where: { key: id, createdAt: { gt: lifetimeAgo(now) } } });
  if (!ticket) return null;
  const { workspaceId, memberId } = ticket;
  const member = await db().member.findFirst({
    where: { id: memberId, workspaceId, removedAt: null, user: { disabledAt: null } },
    select: { userId: true, role: true },
  });
  if (!member?.userId) return null;
  return {
    id,
    byteSize: Number(ticket.byteSize),
    actor: { kind: "member", workspaceId, memberId, userId: member.userId, role: member.role },
    result: ticket.consumedAt ? UploadResult.parse(ticket.result) : null,
  };
}

/** Ends an upload whose file is not taken. An upload that is over stays as it ended. */
export async function refuseUpload(id: string, sentence: string, now = new Date()): Promise<void> {
  const result: UploadResult = { kind: "refused", sentence };
  await db().uploadTicket.updateMany({ where: { key: id, consumedAt: null }, data: { consumedAt: now, result } });
}

/** Forgets uploads that are too old to be resumed or asked about. Returns how many. */
export async function sweepUploadTickets(now = new Date()): Promise<number> {
  const { count } = await db().uploadTicket.deleteMany({ where: { createdAt: { lt: lifetimeAgo(now) } } });
  return count;
}

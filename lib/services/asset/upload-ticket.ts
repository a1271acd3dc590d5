import { v7 as newId } from "uuid";
import { db } from "@/lib/db/client";
import type { UploadTicket } from "@/lib/db/generated/client";
import { authorise, type PersonActor } from "@/lib/domain/access/actor";
import { MAX_OPEN_UPLOADS, UPLOAD_LIFETIME_HOURS, UploadResult } from "@/lib/domain/asset/upload";
import { AppError } from "@/lib/domain/errors";

const lifetimeAgo = (now: Date) => new Date(now.getTime() - UPLOAD_LIFETIME_HOURS * 3_600_000);

/** Arrived, and not told about yet: it stays however long that takes. */
const IS_CHECKED_NOW = { sha256: { not: null }, consumedAt: null };

/** An upload in flight, known to every web process through the database. */
export interface Upload {
  readonly id: string;
  /** Bytes announced; not one more is taken. */
  readonly byteSize: number;
  /** Who announced it, with the role of this moment. */
  readonly actor: PersonActor;
  /** Null until it has arrived; `checking` while the worker looks at it, and then how that ended, for good. */
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

/**
 * An announced upload. Null when it was never announced, is too old for bytes to come still, or its member may not act any more.
 */
export async function findUpload(id: string, now = new Date()): Promise<Upload | null> {
  const isRecent = { createdAt: { gt: lifetimeAgo(now) } };
  const ticket = await db().uploadTicket.findFirst({ where: { key: id, OR: [isRecent, IS_CHECKED_NOW] } });
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
    result: uploadResultOf(ticket),
  };
}

/** What is to be told about an upload; null while it has not arrived. */
export function uploadResultOf({ key, sha256, consumedAt, result }: UploadTicket): UploadResult | null {
  if (consumedAt) return UploadResult.parse(result);
  return sha256 === null ? null : { kind: "checking", uploadId: key };
}

/** Ends an upload whose file is not taken. An upload that is over stays as it ended. */
export async function refuseUpload(id: string, sentence: string, now = new Date()): Promise<void> {
  const result: UploadResult = { kind: "refused", sentence };
  await db().uploadTicket.updateMany({ where: { key: id, consumedAt: null }, data: { consumedAt: now, result } });
}

/** Forgets uploads that are too old to be resumed or asked about. Returns how many. */
export async function sweepUploadTickets(now = new Date()): Promise<number> {
  const { count } = await db().uploadTicket.deleteMany({ where: { createdAt: { lt: lifetimeAgo(now) }, NOT: IS_CHECKED_NOW } });
  return count;
}

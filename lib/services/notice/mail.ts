import { db } from "@/lib/db/client";
import type { Notice } from "@/lib/db/generated/client";
import { digestDay, firstDigestOf } from "@/lib/domain/notice/digest";
import { pauseAfterTry } from "@/lib/domain/notice/mail-schedule";
import type { NoticeView } from "@/lib/domain/notice/notice";
import { DIGEST_AT_FIRST } from "@/lib/domain/notice/wish";
import { noticeView } from "./notice-rows";

/** A worker that was killed while it sent leaves its letter to the next one after so long. Milliseconds. */
const CLAIM_MS = 5 * 60_000;
const MOST_AT_ONCE = 200;
/** What nobody could send for so long is no news any more; the inbox has it. Milliseconds. */
const STALE_MS = 7 * 86_400_000;

const reader = { select: { removedAt: true, user: { select: { email: true, disabledAt: true } } } } as const;
type Reader = { readonly removedAt: Date | null; readonly user: { readonly email: string; readonly disabledAt: Date | null } | null };

/** Where somebody's letters go; null for a seat nobody took, and for who has left. */
const addressOf = ({ removedAt, user }: Reader): string | null => (removedAt || !user || user.disabledAt ? null : user.email);

export interface DueLetter {
  readonly id: string;
  readonly to: string;
  readonly notice: NoticeView;
  readonly tries: number;
}

/**
 * Takes one letter that is to be sent at once, so that no other worker takes it meanwhile; null when there is none. What
 * was read in the inbox by then, or has nobody to go to, is not sent.
 */
export async function takeLetter(now: Date): Promise<DueLetter | null> {
  for (let look = 0; look < MOST_AT_ONCE; look += 1) {
    const row = await db().notice.findFirst({
      where: { mail: "now", mailAfter: { lte: now } },
      orderBy: { mailAfter: "asc" },
      include: { member: reader },
    });
    if (!row) return null;
    const to = addressOf(row.member);
    const isDue = to !== null && row.readAt === null && row.createdAt.getTime() > now.getTime() - STALE_MS;
    const { count } = await db().notice.updateMany({
      where: { id: row.id, mailAfter: row.mailAfter },
      data: isDue ? { mailAfter: new Date(now.getTime() + CLAIM_MS), mailTries: { increment: 1 } } : { mailAfter: null },
    });
    if (count === 1 && isDue) return { id: row.id, to, notice: noticeView(row), tries: row.mailTries + 1 };
  }
  return null;
}

/** The server has taken it. */
export async function letterSent(id: string, now: Date): Promise<void> {
  await db().notice.updateMany({ where: { id, mailedAt: null }, data: { mailedAt: now, mailAfter: null } });
}

/** It was not taken: tried again later, or not at all. */
export async function letterFailed({ id, tries }: DueLetter, isFinal: boolean, now: Date): Promise<void> {
  const pauseMs = isFinal ? null : pauseAfterTry(tries);
  await db().notice.updateMany({
    where: { id, mailedAt: null, mailTries: tries },
    data: { mailAfter: pauseMs === null ? null : new Date(now.getTime() + pauseMs) },
  });
}

export interface DueDigest {
  readonly memberId: string;
  readonly to: string;
  /** Oldest first. */
  readonly notices: readonly NoticeView[];
  /** The day it is for, and the last one sent before. */
  readonly day: string;
  readonly before: string | null;
}

/** Digests that are due now, each taken for this worker alone. */
export async function takeDigests(now: Date): Promise<DueDigest[]> {
  const waiting = await db().notice.groupBy({
    by: ["memberId"],
    where: { mail: "digest", mailAfter: { lte: now }, readAt: null, createdAt: { gt: new Date(now.getTime() - STALE_MS) } },
    orderBy: { memberId: "asc" },
    take: 1_000,
  });
  const digests: DueDigest[] = [];
  for (const { memberId } of waiting) {
    const digest = await takeDigest(memberId, now);
    if (digest) digests.push(digest);
  }
  return digests;
}

async function takeDigest(memberId: string, now: Date): Promise<DueDigest | null> {
  const member = await db().member.findUniqueOrThrow({ where: { id: memberId }, select: { ...reader.select, digest: true } });
  const to = addressOf(member);
  const before = member.digest?.sentOn ?? null;
  const time = member.digest ?? DIGEST_AT_FIRST;
  const day = digestDay(now, time, before);
  if (to === null || day === null) return null;
  const waiting: Notice[] = await db().notice.findMany({
    where: { memberId, mail: "digest", mailAfter: { lte: now }, readAt: null },
    orderBy: { id: "asc" },
    take: MOST_AT_ONCE,
  });
  // What happened since today's hour is told tomorrow: a summary comes at its hour, not whenever there is news.
  const rows = waiting.filter(({ createdAt }) => firstDigestOf(createdAt, time) <= day);
  if (rows.length === 0) return null;
  await db().noticeDigest.createMany({ data: [{ memberId }], skipDuplicates: true });
  const { count } = await db().noticeDigest.updateMany({ where: { memberId, sentOn: before }, data: { sentOn: day } });
  if (count === 0) return null;
  return { memberId, to, day, before, notices: rows.map(noticeView) };
}

export async function digestSent({ notices }: DueDigest, now: Date): Promise<void> {
  const ids = notices.map(({ id }) => id);
  await db().notice.updateMany({ where: { id: { in: ids } }, data: { mailedAt: now, mailAfter: null } });
}

/** It was not taken: the day is given back, and the next round tries again. */
export async function digestFailed({ memberId, day, before }: DueDigest): Promise<void> {
  await db().noticeDigest.updateMany({ where: { memberId, sentOn: day }, data: { sentOn: before } });
}

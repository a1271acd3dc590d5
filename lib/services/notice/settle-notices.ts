import type { Database as Transaction } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { StudioEvent } from "@/lib/domain/event/studio-event";
import { NoticeKind } from "@/lib/domain/notice/notice";
import { ASKING, type CardStep, type SettledHow, settledHow } from "@/lib/domain/notice/settled";
import { handedOn } from "@/lib/domain/review/handed-on";
import { CardStatus } from "@/lib/domain/review/status";
import { type Acted, awaited, type Doer, nameOf } from "./told-by";

/**
 * What an act on a card has made idle is read, on every screen of whoever was told, and says what settled it: an inbox in which
 * decided attempts still wait for somebody is one that nobody believes.
 */
export async function settleNotices(tx: Transaction, doer: Doer, audit: readonly Acted[], now: Date): Promise<readonly StudioEvent[]> {
  const changed = new Set<string>();
  for (const entry of audit) {
    const step = stepOf(entry);
    if (step) for (const memberId of await settleCard(tx, doer, entry.subjectId, step, now)) changed.add(memberId);
  }
  return [...changed].map((id) => ({ kind: "notice", id, version: 0, act: "settled" }));
}

/** What an entry of the trail says of a card's course; null when it says nothing that could settle anything. */
function stepOf({ subjectKind, details = {} }: Acted): Omit<CardStep, "awaited"> | null {
  const [from, to] = [CardStatus.safeParse(details.from), CardStatus.safeParse(details.to)];
  if (subjectKind !== "card" || !from.success || !to.success) return null;
  const fromId = handedOn(details)?.fromId ?? null;
  const isDueMoved = "dueAtAfter" in details;
  // A decision in one of several stages moves no card.
  const isDecided = typeof details.contentHash === "string";
  return from.data !== to.data || fromId !== null || isDueMoved || isDecided ? { from: from.data, to: to.data, fromId, isDueMoved } : null;
}

async function settleCard(
  tx: Transaction,
  doer: Doer,
  cardId: string,
  step: Omit<CardStep, "awaited">,
  now: Date,
): Promise<readonly string[]> {
  const open = await tx.notice.findMany({
    where: { cardId, settled: { equals: Prisma.DbNull }, kind: { in: [...ASKING] } },
    select: { id: true, memberId: true, kind: true, readAt: true },
  });
  if (open.length === 0) return [];
  const people = step.to === "in_review" ? (await awaited(tx, cardId, now)).map(({ memberId }) => memberId) : [];
  const full = { ...step, awaited: new Set(people) };
  const by = { byId: doer.memberId, by: await nameOf(tx, doer) };
  const settled = new Map<SettledHow, typeof open>();
  for (const notice of open) {
    const how = settledHow(NoticeKind.parse(notice.kind), notice.memberId, full);
    if (how) settled.set(how, [...(settled.get(how) ?? []), notice]);
  }
  for (const [how, notices] of settled) {
    const ids = notices.map(({ id }) => id);
    await tx.notice.updateMany({ where: { id: { in: ids } }, data: { settled: { how, ...by } } });
    await tx.notice.updateMany({ where: { id: { in: ids }, readAt: null }, data: { readAt: now } });
  }
  return [...settled.values()].flat().map(({ memberId }) => memberId);
}

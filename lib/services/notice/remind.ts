import type { Database as Transaction } from "@/lib/db/client";
import { db } from "@/lib/db/client";
import { type DueStep, dueSteps } from "@/lib/domain/notice/due";
import type { NoticeFacts } from "@/lib/domain/notice/notice";
import { OPEN_STATUSES } from "@/lib/domain/review/status";
import { note } from "../bookkeeping";
import { tell } from "../webhook/tell";
import { type NewNotice, tellPeople } from "./tell-people";
import { awaited } from "./told-by";

/** Longest time before its due date that a lane can remind of a card; who is later than the last is told once and for all. */
const LONGEST_REMINDER_MS = 720 * 3_600_000;
/** Cards looked at in one round; the rest follow in the next. */
const MOST_CARDS = 500;

const dueColumns = {
  id: true,
  workspaceId: true,
  projectId: true,
  title: true,
  status: true,
  dueAt: true,
  ownerId: true,
  createdById: true,
  owner: { select: { displayName: true } },
  createdBy: { select: { displayName: true } },
  lane: { select: { remindHours: true, escalateHours: true } },
  attempts: {
    orderBy: { number: "desc" as const },
    take: 1,
    select: { submittedById: true, submittedBy: { select: { displayName: true } } },
  },
} as const;

type DueCard = Awaited<ReturnType<typeof dueCards>>[number];

/** Open cards whose time is near or past and of which not everything was said, soonest due first. */
function dueCards(now: Date) {
  return db().reviewCard.findMany({
    where: {
      status: { in: [...OPEN_STATUSES] },
      dueAt: { not: null, lte: new Date(now.getTime() + LONGEST_REMINDER_MS) },
    },
    orderBy: [{ dueAt: "asc" }, { id: "asc" }],
    take: MOST_CARDS,
    select: dueColumns,
  });
}

/**
 * Tells people of open cards that run late: whose step is next, and after the lane's time the leads. Looked at again and
 * again, and by several workers at once, everybody is told once; a due date that was moved is another one.
 */
export async function remind(now: Date): Promise<void> {
  for (const card of await dueCards(now)) {
    if (!card.dueAt) continue;
    for (const step of dueSteps(card.dueAt, card.lane, now)) await say(card, card.dueAt, step, now);
  }
}

/** Tells people of attempts that wait for them since a stage opened by its deadline: nobody's act did that. */
export async function remindOfSeats(now: Date): Promise<void> {
  const cards = await db().$queryRaw<{ id: string; workspaceId: string }[]>`
    SELECT "id", "workspaceId" FROM "ReviewCard"
    WHERE "status" = 'in_review' AND "stages"::text LIKE '%"deadline"%' ORDER BY "id" LIMIT ${MOST_CARDS}`;
  for (const { id, workspaceId } of cards)
    await note(workspaceId, async (tx) => ({
      result: undefined,
      events: await tellPeople(tx, workspaceId, await awaited(tx, id, now), now),
    }));
}

async function say(card: DueCard, dueAt: Date, step: DueStep, now: Date): Promise<void> {
  const { id, workspaceId, title } = card;
  const [attempt] = card.attempts;
  const isDeciding = card.status === "in_review" || card.status === "exhausted";
  const [nextId, nextName] = isDeciding
    ? [card.ownerId, card.owner?.displayName ?? null]
    : [attempt?.submittedById ?? card.createdById, attempt?.submittedBy.displayName ?? card.createdBy.displayName];
  const key = `${step}:${id}:${dueAt.toISOString()}`;
  const facts: NoticeFacts = {
    title,
    by: step === "escalated" ? nextName : null,
    note: "",
    attempt: null,
    outcome: null,
    dueAt: dueAt.toISOString(),
    subject: { kind: "card", id },
  };
  const people = step === "escalated" ? await leadsOf(workspaceId, nextId) : nextId === null ? [] : [nextId];
  const notices = people.map((memberId): NewNotice => ({ memberId, kind: step, key, facts }));
  if (notices.length === 0) return;
  const told = await db().notice.count({ where: { key, memberId: { in: people } } });
  if (told >= people.length) return;
  await note(workspaceId, async (tx) => {
    const events = await tellPeople(tx, workspaceId, notices, now);
    if (events.length > 0 && told === 0 && step === "overdue") await tellEndpoints(tx, card, dueAt, now);
    return { result: undefined, events };
  });
}

/** Leads other than the one who keeps everybody waiting; where there is no lead, admins. */
async function leadsOf(workspaceId: string, but: string | null): Promise<string[]> {
  for (const role of ["lead", "admin"] as const) {
    const members = await db().member.findMany({ where: { workspaceId, role, removedAt: null }, select: { id: true } });
    const others = members.map(({ id }) => id).filter((id) => id !== but);
    if (others.length > 0) return others;
  }
  return [];
}

async function tellEndpoints(
  tx: Transaction,
  { id: cardId, workspaceId, projectId, title, status, ownerId }: DueCard,
  dueAt: Date,
  now: Date,
) {
  const load = async () => ({ cardId, projectId, title, status, ownerId, dueAt: dueAt.toISOString() });
  await tell(tx, workspaceId, { kind: "card.overdue", load }, now);
}

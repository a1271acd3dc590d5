import type { Prisma } from "@/lib/db/generated/client";
import { CARD_STATUSES, type CardStatus, OPEN_STATUSES } from "@/lib/domain/review/status";
import { QUEUE_VIEWS, QueuePage, QueueRequest, type QueueView } from "@/lib/domain/review/view";
import { personOf } from "../person";
import { read } from "../read";
import { cardSummary, summaryInclude } from "./card-view";
import { behind, cursorAfter } from "./queue-cursor";

type Where = Prisma.ReviewCardWhereInput;

/** Statuses in which the author has the next step. Of an exhausted card, the owner has it too; of one in review, whoever is awaited. */
const AUTHORS_TURN: CardStatus[] = ["draft", "changes_requested", "exhausted"];

function whereOf(view: QueueView, memberId: string, now: Date): Where {
  const open = { status: { in: [...OPEN_STATUSES] } };
  const mine: Where = {
    OR: [
      { ownerId: memberId, status: "exhausted" },
      { makerId: memberId, status: "changes_requested" },
      { ownerId: memberId, status: "in_review", seats: { none: {} } },
      { seats: { some: { memberId, opensAt: { lte: now } } } },
      { createdById: memberId, status: { in: AUTHORS_TURN } },
    ],
  };
  switch (view) {
    case "mine":
      return mine;
    case "waiting":
      return { AND: [{ OR: [{ ownerId: memberId }, { createdById: memberId }, { seats: { some: { memberId } } }] }, open, { NOT: mine }] };
    case "unassigned":
      return { ownerId: null, ...open };
    case "overdue":
      return { dueAt: { lt: now }, ...open };
    case "all":
      return {};
    default:
      return view satisfies never;
  }
}

/** The cards of a person's day, soonest due first, with the figures of the columns and of the other views. */
export const reviewQueue = read({
  verb: "card.queue",
  permission: "workspace.read",
  input: QueueRequest,
  output: QueuePage,
  async run({ db, actor, now }, { view, status, laneId, projectId, cursor, limit }) {
    const { workspaceId, memberId } = personOf(actor);
    const place: Where = { workspaceId, ...(laneId ? { laneId } : {}), ...(projectId ? { projectId } : {}) };
    const inView: Where = { AND: [place, whereOf(view, memberId, now)] };
    const wanted: Where = { AND: [inView, status ? { status: { in: status } } : {}, behind(cursor)] };
    const [rows, columns, counts] = await Promise.all([
      db.reviewCard.findMany({
        where: wanted,
        include: summaryInclude,
        orderBy: [{ dueAt: { sort: "asc", nulls: "last" } }, { id: "asc" }],
        take: limit + 1,
      }),
      db.reviewCard.groupBy({ by: ["status"], where: inView, _count: true }),
      Promise.all(QUEUE_VIEWS.map((each) => db.reviewCard.count({ where: { AND: [place, whereOf(each, memberId, now)] } }))),
    ]);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const inColumn = new Map(columns.map((column) => [column.status, column._count]));
    return {
      items: shown.map((row) => cardSummary(row, now)),
      next: rows.length > limit && last ? cursorAfter(last) : null,
      columns: record(CARD_STATUSES, (column) => inColumn.get(column) ?? 0),
      views: record(QUEUE_VIEWS, (_, index) => counts[index] ?? 0),
    };
  },
});

function record<Key extends string, Value>(keys: readonly Key[], value: (key: Key, index: number) => Value): Record<Key, Value> {
  return Object.fromEntries(keys.map((key, index) => [key, value(key, index)])) as Record<Key, Value>;
}

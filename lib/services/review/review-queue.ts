import type { Prisma } from "@/lib/db/generated/client";
import { CARD_STATUSES, type CardStatus, OPEN_STATUSES } from "@/lib/domain/review/status";
import { QUEUE_VIEWS, QueuePage, QueueRequest, type QueueView } from "@/lib/domain/review/view";
import { personOf } from "../person";
import { read } from "../read";
import { costsOf } from "./card-cost";
import { cardSummary, summaryInclude } from "./card-view";
import { movesOn } from "./moves-on";
import { pageOfQueue } from "./queue-page";
import { unseenActs } from "./unseen-acts";

type Where = Prisma.ReviewCardWhereInput;

/** Statuses in which the author has the next step. Of an exhausted card, the owner has it too; of one in review, whoever is awaited. */
const AUTHORS_TURN: CardStatus[] = ["draft", "changes_requested", "exhausted"];

function whereOf(view: QueueView, memberId: string, now: Date): Where {
  const open = { status: { in: [...OPEN_STATUSES] } };
  const mine: Where = {
    OR: [
      { ownerId: memberId, status: "exhausted" },
      // Named as not null, too: what is asked of nothing is neither true nor false, and `waiting` asks for the contrary.
      { AND: [{ makerId: { not: null } }, { makerId: memberId }], status: "changes_requested" },
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

/** The cards of a person's day, in the order asked for, with the figures of the columns and of the other views. */
export const reviewQueue = read({
  verb: "card.queue",
  permission: "workspace.read",
  input: QueueRequest,
  output: QueuePage,
  async run({ db, actor, now }, { view, sort, status, laneId, projectId, cursor, limit }) {
    const { workspaceId, memberId, role } = personOf(actor);
    const place: Where = { workspaceId, ...(laneId ? { laneId } : {}), ...(projectId ? { projectId } : {}) };
    const inView: Where = { AND: [place, whereOf(view, memberId, now)] };
    const wanted: Where = { AND: [inView, status ? { status: { in: status } } : {}] };
    const [page, columns, counts] = await Promise.all([
      pageOfQueue(db, wanted, { sort, cursor, limit }),
      db.reviewCard.groupBy({ by: ["status"], where: inView, _count: true }),
      Promise.all(QUEUE_VIEWS.map((each) => db.reviewCard.count({ where: { AND: [place, whereOf(each, memberId, now)] } }))),
    ]);
    const [rows, costs, unseen, moves] = await Promise.all([
      db.reviewCard.findMany({ where: { id: { in: [...page.ids] } }, include: summaryInclude }),
      costsOf(db, page.ids),
      unseenActs(db, { workspaceId, memberId }, page.ids),
      movesOn(db, { workspaceId, by: { memberId, role }, now }, page.ids),
    ]);
    const rowOf = new Map(rows.map((row) => [row.id, row]));
    const inColumn = new Map(columns.map((column) => [column.status, column._count]));
    return {
      items: page.ids.flatMap((id) => {
        const row = rowOf.get(id);
        return row ? [{ ...cardSummary(row, now, costs.get(id) ?? 0n), unseen: unseen.get(id) ?? null, moves: moves.get(id) ?? {} }] : [];
      }),
      next: page.next,
      columns: record(CARD_STATUSES, (column) => inColumn.get(column) ?? 0),
      views: record(QUEUE_VIEWS, (_, index) => counts[index] ?? 0),
    };
  },
});

function record<Key extends string, Value>(keys: readonly Key[], value: (key: Key, index: number) => Value): Record<Key, Value> {
  return Object.fromEntries(keys.map((key, index) => [key, value(key, index)])) as Record<Key, Value>;
}

"use client";
import clsx from "clsx";
import Link from "next/link";
import { useState } from "react";
import { Money } from "@/components/ui/money";
import { RelativeTime } from "@/components/ui/relative-time";
import { columnMove } from "@/lib/domain/review/column-move";
import type { CardStatus } from "@/lib/domain/review/status";
import type { CardSummary, QueuePage } from "@/lib/domain/review/view";
import { addresses, type QueueSeen } from "../addresses";
import { DueDate } from "../due-date";
import { RetryMeter } from "../retry-meter";
import { CARD_LOOKS, CardStatusBadge } from "../status-badge";
import { CardThumb } from "./card-thumb";
import { UnseenDot } from "./unseen";
import { useColumnMoves } from "./use-column-moves";

const COLUMNS: readonly { readonly title: string; readonly statuses: readonly CardStatus[] }[] = [
  { title: CARD_LOOKS.draft.word, statuses: ["draft"] },
  { title: CARD_LOOKS.in_review.word, statuses: ["in_review"] },
  { title: CARD_LOOKS.changes_requested.word, statuses: ["changes_requested"] },
  { title: CARD_LOOKS.exhausted.word, statuses: ["exhausted"] },
  { title: CARD_LOOKS.approved.word, statuses: ["approved"] },
  { title: CARD_LOOKS.published.word, statuses: ["published"] },
  { title: "Closed", statuses: ["rejected", "stopped", "split"] },
];

export type CardColumnsProps = {
  cards: readonly CardSummary[];
  counts: QueuePage["columns"];
  queue: QueueSeen;
  /** The cards an act of many is about. */
  chosen: ReadonlySet<string>;
};

/** The queue as columns, from draft to published. Columns nobody is in stay, so that the way is seen. */
export function CardColumns({ cards, counts, queue, chosen }: CardColumnsProps) {
  const { moveTo, dialog } = useColumnMoves();
  const [dragged, drag] = useState<CardSummary | null>(null);
  const [over, hover] = useState<string | null>(null);
  return (
    <div className="-mx-4 overflow-x-auto px-4 pb-3 sm:-mx-6 sm:px-6">
      <p id={HINT_ID} className="mb-2 text-xs text-faint pointer-coarse:hidden">
        Drag a card, or press Shift and an arrow on it, to where an act brings it; Space chooses it.
      </p>
      <div className="grid min-w-max auto-cols-[13.5rem] grid-flow-col gap-3">
        {COLUMNS.map(({ title, statuses }, at) => {
          const total = statuses.reduce((sum, status) => sum + counts[status], 0);
          const takes = (card: CardSummary) => mayMove(card, statuses);
          const shown = cards.filter((card) => statuses.includes(card.status));
          return (
            <section
              key={title}
              aria-label={`${title}, ${total}`}
              className={clsx(
                "-m-1 min-w-0 rounded-md p-1 outline-dashed -outline-offset-1",
                dragged && takes(dragged) ? "outline-1 outline-accent-ink" : "outline-0",
                dragged && over === title && takes(dragged) && "bg-accent-soft",
                dragged && !takes(dragged) && !statuses.includes(dragged.status) && "opacity-50",
              )}
              onDragOver={(event) => {
                if (!dragged) return;
                hover(title);
                // What is let go where it may not go hears why.
                if (!statuses.includes(dragged.status)) event.preventDefault();
              }}
              // Going on to what lies inside is no leaving.
              onDragLeave={({ currentTarget, relatedTarget }) => {
                if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) hover(null);
              }}
              onDrop={(event) => {
                event.preventDefault();
                if (dragged) moveTo(dragged, statuses, title);
                drag(null);
                hover(null);
              }}
            >
              <h2 className="mb-2 flex h-6 items-center gap-2 border-b border-line text-xs font-medium text-muted">
                {title} <span className="text-faint">{total}</span>
              </h2>
              <ul className="flex flex-col gap-2">
                {shown.map((card) => (
                  <li key={card.id}>
                    <ColumnCard
                      card={card}
                      queue={queue}
                      isChosen={chosen.has(card.id)}
                      withStatus={statuses.length > 1}
                      onDrag={drag}
                      onMove={(by) => {
                        const reached = moveAlong(card, at, by);
                        if (reached) moveTo(card, reached.statuses, reached.title);
                      }}
                    />
                  </li>
                ))}
              </ul>
              {shown.length < total ? <p className="px-1 py-2 text-xs text-faint">{total - shown.length} more: load them below.</p> : null}
            </section>
          );
        })}
      </div>
      {dialog}
    </div>
  );
}

/** The next column that way into which an act brings the card; the neighbour where none does, to be told why. */
function moveAlong(card: CardSummary, from: number, by: 1 | -1) {
  const ahead = by > 0 ? COLUMNS.slice(from + 1) : COLUMNS.slice(0, from).toReversed();
  const reached = ahead.find(({ statuses }) => mayMove(card, statuses));
  return reached ?? ahead.find(({ statuses }) => columnMove(card.status, statuses) !== null) ?? ahead[0];
}

/** Whether this person may bring the card into the column: a column lights for nobody else. */
function mayMove(card: CardSummary, column: readonly CardStatus[]): boolean {
  const move = columnMove(card.status, column);
  return move !== null && card.moves[move]?.allowed === true;
}

const HINT_ID = "how-cards-move";

type ColumnCardProps = {
  card: CardSummary;
  queue: QueueSeen;
  isChosen: boolean;
  withStatus: boolean;
  onDrag: (card: CardSummary | null) => void;
  /** Shift and an arrow: to the next column that way the card may move to. */
  onMove: (by: 1 | -1) => void;
};

function ColumnCard({ card, queue, isChosen, withStatus, onDrag, onMove }: ColumnCardProps) {
  return (
    <Link
      href={addresses.card(card.id, queue)}
      data-card={card.id}
      draggable
      aria-describedby={HINT_ID}
      onDragStart={() => onDrag(card)}
      onDragEnd={() => onDrag(null)}
      onKeyDown={(event) => {
        if (!event.shiftKey || (event.key !== "ArrowLeft" && event.key !== "ArrowRight")) return;
        event.preventDefault();
        event.stopPropagation();
        onMove(event.key === "ArrowRight" ? 1 : -1);
      }}
      className={clsx(
        "flex flex-col gap-1.5 rounded-md border p-2 transition-colors duration-100",
        isChosen ? "border-accent-ink bg-accent-soft" : "border-line bg-surface hover:border-line-strong",
      )}
    >
      {card.picture ? <CardThumb picture={card.picture} className="h-28 w-full" /> : null}
      <span dir="auto" className="line-clamp-2 text-sm font-medium text-ink">
        <UnseenDot unseen={card.unseen} />
        {card.title}
        {isChosen ? <span className="sr-only">, chosen</span> : null}
      </span>
      <span className="truncate text-xs text-muted">{card.owner?.name ?? "No owner"}</span>
      <span className="flex min-w-0 items-baseline gap-x-1.5 text-xs text-faint">
        <span className="min-w-0 truncate" title={`Lane ${card.lane.name}`}>
          {card.lane.name}
        </span>
        <span aria-hidden>·</span>
        <RelativeTime at={card.createdAt} className="shrink-0" />
        {card.costMicros === "0" ? null : <Money micros={card.costMicros} className="ml-auto shrink-0 tabular-nums" />}
      </span>
      <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
        {withStatus || card.stale ? <CardStatusBadge status={card.status} stale={card.stale} /> : null}
        <RetryMeter meter={card.meter} />
        <DueDate dueAt={card.dueAt} overdue={card.overdue} />
      </span>
    </Link>
  );
}

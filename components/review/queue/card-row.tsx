import { UserRound } from "lucide-react";
import Link from "next/link";
import { Checkbox } from "@/components/ui/checkbox";
import { Money } from "@/components/ui/money";
import type { CardSummary } from "@/lib/domain/review/view";
import { addresses, type QueueSeen } from "../addresses";
import { DueDate } from "../due-date";
import { RetryMeter } from "../retry-meter";
import { CardStatusBadge } from "../status-badge";
import { CardThumb } from "./card-thumb";
import { UnseenDot, UnseenLine } from "./unseen";

export type CardRowProps = { card: CardSummary; queue: QueueSeen; isChosen: boolean; onToggle: () => void };

/** A card as one line of the queue: the picture, what it is for, whose it is and what is left. */
export function CardRow({ card, queue, isChosen, onToggle }: CardRowProps) {
  const [goal] = card.goal.split("\n");
  return (
    <div className="flex items-center gap-1">
      <Checkbox label={<span className="sr-only">Choose “{card.title}”</span>} checked={isChosen} onChange={onToggle} />
      <Link
        href={addresses.card(card.id, queue)}
        data-card={card.id}
        className="min-w-0 flex-1 grid grid-cols-[5rem_minmax(0,1fr)] items-center gap-x-3 gap-y-1 rounded-md px-2 py-2 transition-colors duration-100 hover:bg-hover
        focus-visible:bg-hover md:grid-cols-[5rem_minmax(0,1fr)_9.5rem_11.5rem_7.5rem] lg:gap-x-5"
      >
        <CardThumb picture={card.picture} className="h-14 w-20 max-md:row-span-2" />
        <span className="min-w-0">
          <span dir="auto" className="block truncate text-sm font-medium text-ink">
            <UnseenDot unseen={card.unseen} />
            {card.title}
          </span>
          <span className="block truncate text-xs text-muted">
            {card.unseen ? <UnseenLine unseen={card.unseen} /> : goal === "" ? "No goal yet" : goal}
          </span>
          <span className="mt-0.5 flex min-w-0 items-center gap-1.5 text-xs text-faint">
            <span className="truncate">{card.project.name}</span>
            <span aria-hidden>·</span>
            <span className="shrink-0">{card.lane.name}</span>
            <span aria-hidden>·</span>
            <span className="shrink-0">{attemptsInWords(card.attempts)}</span>
            <span aria-hidden>·</span>
            <span className="shrink-0">
              <Money micros={card.costMicros} />
            </span>
          </span>
        </span>
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1 max-md:col-start-2 md:contents">
          <span>
            <CardStatusBadge status={card.status} stale={card.stale} />
          </span>
          <span className="flex flex-col items-start gap-0.5 max-md:flex-row max-md:flex-wrap max-md:gap-x-3">
            <Owner card={card} />
            <DueDate dueAt={card.dueAt} overdue={card.overdue} />
          </span>
          <RetryMeter meter={card.meter} />
        </span>
      </Link>
    </div>
  );
}

const attemptsInWords = (count: number) => (count === 0 ? "no attempt" : count === 1 ? "1 attempt" : `${count} attempts`);

function Owner({ card }: { card: CardSummary }) {
  return (
    <span className="inline-flex max-w-full min-w-0 items-center gap-1 text-xs text-muted">
      <UserRound size={12} aria-hidden className="shrink-0" />
      <span className="sr-only">Owner: </span>
      <span className="truncate">{card.owner?.name ?? "No owner"}</span>
    </span>
  );
}

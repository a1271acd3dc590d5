"use client";
import clsx from "clsx";
import { ChevronsLeft } from "lucide-react";
import Link from "next/link";
import { useEffect, useRef } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { Select } from "@/components/ui/select";
import { Skeleton } from "@/components/ui/skeleton";
import { type CardSummary, QUEUE_VIEWS } from "@/lib/domain/review/view";
import { addresses, type QueueSeen } from "../addresses";
import { DueDate } from "../due-date";
import { CardThumb } from "../queue/card-thumb";
import { UnseenDot } from "../queue/unseen";
import { CARD_LOOKS } from "../status-badge";
import { VIEW_WORDS } from "../words";
import type { useQueueWalk } from "./use-queue-walk";

export type QueueRailProps = {
  queue: ReturnType<typeof useQueueWalk>;
  /** The card that is open. */
  hereId: string;
  onHide: () => void;
};

/** The queue beside an open card, to go on without going back. */
export function QueueRail({ queue, hereId, onHide }: QueueRailProps) {
  const { cards, isLoading, counts, seen, setView } = queue;
  const { view } = seen;
  return (
    <nav aria-label="Queue" className="hidden w-60 shrink-0 flex-col border-r border-line bg-surface xl:flex">
      <div className="flex h-10 shrink-0 items-center gap-1 border-b border-line px-2">
        <Select
          label="Which cards"
          value={view}
          onChange={(next) => void setView(next)}
          options={QUEUE_VIEWS.map((value) => ({
            value,
            label: counts ? `${VIEW_WORDS[value].label} · ${counts[value]}` : VIEW_WORDS[value].label,
          }))}
        />
        <IconButton label="Hide the queue" icon={<ChevronsLeft size={15} aria-hidden />} onClick={onHide} />
      </div>
      <ul className="min-h-0 flex-1 overflow-y-auto p-1" aria-busy={isLoading}>
        {isLoading ? <Skeleton className="m-1 h-12" /> : null}
        {!isLoading && cards.length === 0 ? <li className="px-2 py-6 text-center text-xs text-faint">{VIEW_WORDS[view].empty}.</li> : null}
        {cards.map((card) => (
          <li key={card.id}>
            <RailLink card={card} queue={seen} isHere={card.id === hereId} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

function RailLink({ card, queue, isHere }: { card: CardSummary; queue: QueueSeen; isHere: boolean }) {
  const link = useRef<HTMLAnchorElement>(null);
  const { icon: Icon, word } = CARD_LOOKS[card.status];
  useEffect(() => {
    if (isHere) link.current?.scrollIntoView({ block: "nearest" });
  }, [isHere]);
  return (
    <Link
      ref={link}
      href={addresses.card(card.id, queue)}
      aria-current={isHere ? "page" : undefined}
      className={clsx("flex items-center gap-2 rounded-md p-1.5", isHere ? "bg-accent-soft" : "hover:bg-hover")}
    >
      <CardThumb picture={card.picture} className="h-10 w-12 shrink-0" />
      <span className="min-w-0 flex-1">
        <span className="block truncate text-xs font-medium text-ink">
          {isHere ? null : <UnseenDot unseen={card.unseen} />}
          {card.title}
        </span>
        <span className="flex items-center gap-1 text-2xs text-muted">
          <Icon size={11} aria-hidden className="shrink-0" />
          <span className="truncate">{word}</span>
        </span>
        {card.overdue ? <DueDate dueAt={card.dueAt} overdue className="text-2xs" /> : null}
      </span>
    </Link>
  );
}

"use client";
import { useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { Combobox } from "@/components/ui/combobox";
import { IconButton } from "@/components/ui/icon-button";
import { studio } from "@/lib/client/query";
import { MOST_SHARED_CARDS } from "@/lib/domain/guest/share-link";
import type { SharedCard } from "./shared";

export type SharedCardsProps = {
  projectId: string;
  cards: readonly SharedCard[];
  onChange: (cards: readonly SharedCard[]) => void;
};

/** The cards a link shows, in order; others of the project can join them. */
export function SharedCards({ projectId, cards, onChange }: SharedCardsProps) {
  const others = useQuery(studio.card.queue.queryOptions({ input: { view: "all", projectId, limit: 200 } }));
  const free = (others.data?.items ?? []).filter(({ id }) => !cards.some((shared) => shared.id === id));
  return (
    <div className="flex flex-col gap-1.5">
      <span className="text-xs font-medium text-muted">Cards it shows, in this order</span>
      <ol className="flex flex-col gap-1">
        {cards.map(({ id, title }, index) => (
          <li key={id} className="flex items-center gap-2 text-sm">
            <span className="w-4 text-xs tabular-nums text-faint">{index + 1}</span>
            <span className="min-w-0 flex-1 truncate">{title}</span>
            {cards.length > 1 ? (
              <IconButton
                size="small"
                label={`Leave “${title}” out`}
                icon={<X size={13} aria-hidden />}
                onClick={() => onChange(cards.filter((shared) => shared.id !== id))}
              />
            ) : null}
          </li>
        ))}
      </ol>
      {free.length > 0 && cards.length < MOST_SHARED_CARDS ? (
        <Combobox
          label="Another card"
          placeholder="Add another card of this project…"
          value={null}
          options={free.map(({ id, title, lane }) => ({ value: id, label: title, hint: lane.name }))}
          onChange={(id) => {
            const added = free.find((each) => each.id === id);
            if (added) onChange([...cards, { id: added.id, title: added.title }]);
          }}
        />
      ) : null}
    </div>
  );
}

/** The playlist a link follows. */
export function SharedPlaylist({ name, cards }: { name: string; cards: number }) {
  return (
    <p className="text-sm text-muted text-pretty">
      It shows the playlist “{name}”, {cards === 1 ? "1 card" : `${cards} cards`} now, in its order. What you change on the playlist is
      changed for guests too.
    </p>
  );
}

"use client";
import { useQuery } from "@tanstack/react-query";
import clsx from "clsx";
import { Columns3, Rows3 } from "lucide-react";
import { Select } from "@/components/ui/select";
import { ToggleGroup } from "@/components/ui/toggle-group";
import { useInSight } from "@/components/ui/use-in-sight";
import { studio } from "@/lib/client/query";
import type { QueueSort } from "@/lib/domain/review/queue-order";
import { QUEUE_VIEWS, type QueuePage, type QueueView } from "@/lib/domain/review/view";
import { VIEW_WORDS } from "../words";
import { SavedFilters } from "./saved-filters";
import type { QueuePlace } from "./use-queue-place";

const EVERY_LANE = "all";
const SORTS = [
  { value: "due", label: "Soonest due" },
  { value: "age", label: "Oldest" },
  { value: "lane", label: "By lane" },
  { value: "cost", label: "Dearest so far" },
] as const satisfies readonly { value: QueueSort; label: string }[];

/** Which cards, of which lane, and how they are laid out. */
export function QueueFilters({ place, counts }: { place: QueuePlace; counts: QueuePage["views"] | null }) {
  return (
    <div className="mb-3 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
      <Views value={place.view} counts={counts} onChange={place.setView} />
      <div className="flex flex-wrap items-center gap-2">
        <SavedFilters place={place} />
        <div className="w-36">
          <Select label="Order" value={place.sort} onChange={place.setSort} options={SORTS} />
        </div>
        <LaneChoice laneId={place.laneId} onChange={place.setLaneId} />
        <ToggleGroup
          label="Layout"
          value={place.layout}
          onChange={place.setLayout}
          options={[
            { value: "list", label: "As a list", icon: <Rows3 size={14} aria-hidden /> },
            { value: "columns", label: "As columns", icon: <Columns3 size={14} aria-hidden /> },
          ]}
        />
      </div>
    </div>
  );
}

function Views({ value, counts, onChange }: { value: QueueView; counts: QueuePage["views"] | null; onChange: (view: QueueView) => void }) {
  const row = useInSight<HTMLFieldSetElement>(value);
  return (
    <fieldset ref={row} className="-mx-1 flex min-w-0 overflow-x-auto px-1 py-0.5">
      <legend className="sr-only">Which cards</legend>
      {QUEUE_VIEWS.map((view) => {
        const count = counts?.[view];
        const isUrgent = view === "overdue" && count !== undefined && count > 0;
        return (
          <button
            key={view}
            type="button"
            aria-pressed={view === value}
            onClick={() => onChange(view)}
            className={clsx(
              "flex h-8 shrink-0 items-center gap-1.5 rounded-md px-2.5 text-sm transition-colors duration-100",
              view === value ? "bg-hover font-medium text-ink" : "text-muted hover:bg-hover hover:text-ink",
            )}
          >
            {VIEW_WORDS[view].label}
            <span className={clsx("min-w-4 text-center text-xs", isUrgent ? "font-medium text-bad" : "text-faint")}>{count ?? ""}</span>
          </button>
        );
      })}
    </fieldset>
  );
}

/** More of them do not fit beside the other filters. */
const MOST_CHIPS = 3;

/** Every lane or one: in sight while they are few. */
function LaneChoice({ laneId, onChange }: { laneId: string | null; onChange: (laneId: string | null) => void }) {
  const lanes = useQuery(studio.lane.list.queryOptions({ input: {} })).data ?? [];
  const options = [{ value: EVERY_LANE, label: "Every lane" }, ...lanes.map((lane) => ({ value: lane.id, label: lane.name }))];
  const choice = {
    label: "Lane",
    value: laneId ?? EVERY_LANE,
    onChange: (next: string) => onChange(next === EVERY_LANE ? null : next),
    options,
  };
  return lanes.length > MOST_CHIPS ? (
    <div className="w-36">
      <Select {...choice} />
    </div>
  ) : (
    <ToggleGroup {...choice} />
  );
}

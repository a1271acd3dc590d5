"use client";
import { Select } from "@/components/ui/select";
import type { RoadView, SystemView } from "@/lib/domain/engine/override";
import { keyOfRoad, nameOfRoad } from "./availability";

export type RoadPickerProps = { system: SystemView; road: RoadView; onChange: (road: RoadView) => void };

/** On which of the roads to a system the facts are looked at: price, terms and place differ with whoever runs it. */
export function RoadPicker({ system, road, onChange }: RoadPickerProps) {
  return (
    <div className="flex min-w-0 items-center gap-2 text-xs text-muted">
      <span aria-hidden className="whitespace-nowrap">
        As run by
      </span>
      <Select
        label="As run by"
        className="w-56 min-w-0"
        value={keyOfRoad(road)}
        onChange={(key) => {
          const chosen = system.routes.find((one) => keyOfRoad(one) === key);
          if (chosen) onChange(chosen);
        }}
        options={system.routes.map((one) => ({
          value: keyOfRoad(one),
          label: nameOfRoad(system, one),
          hint: one.standing.whyNot ?? "Ready here",
        }))}
      />
    </div>
  );
}

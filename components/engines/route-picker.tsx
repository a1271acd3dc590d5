"use client";
import { Select } from "@/components/ui/select";
import type { RouteView, SystemView } from "@/lib/domain/engine/override";
import { keyOfRoute, nameOfRoute } from "./availability";

export type RoutePickerProps = { system: SystemView; route: RouteView; onChange: (route: RouteView) => void };

/** On which of the routes to a system the facts are looked at: price, terms and place differ with whoever runs it. */
export function RoutePicker({ system, route, onChange }: RoutePickerProps) {
  return (
    <div className="flex min-w-0 items-center gap-2 text-xs text-muted">
      <span aria-hidden className="whitespace-nowrap">
        As run by
      </span>
      <Select
        label="As run by"
        className="w-56 min-w-0"
        value={keyOfRoute(route)}
        onChange={(key) => {
          const chosen = system.routes.find((one) => keyOfRoute(one) === key);
          if (chosen) onChange(chosen);
        }}
        options={system.routes.map((one) => ({
          value: keyOfRoute(one),
          label: nameOfRoute(system, one),
          hint: one.standing.whyNot ?? "Ready here",
        }))}
      />
    </div>
  );
}

"use client";
import { Route } from "lucide-react";
import { type ReactNode, useState } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { LaneView } from "@/lib/domain/lane/lane";
import type { CardTemplate } from "@/lib/domain/review/template";

export type LaneTemplateProps = {
  lanes: readonly LaneView[];
  /** The lane the pictures are most likely meant for. */
  likely: LaneView["kind"];
  /** What starts from the template that is chosen; begun anew with another one. */
  children: (lane: LaneView, template: CardTemplate) => ReactNode;
};

/** Which lane's card template a card starts from, and below it the card. */
export function LaneTemplate({ lanes, likely, children }: LaneTemplateProps) {
  const [laneId, setLaneId] = useState((lanes.find(({ kind }) => kind === likely) ?? lanes[0])?.id ?? null);
  const [templateId, setTemplateId] = useState<string | null>(null);
  const lane = lanes.find(({ id }) => id === laneId);
  const template = lane?.cardTemplates.find(({ id }) => id === templateId) ?? lane?.cardTemplates[0];
  if (!lane || !template)
    return (
      <EmptyState icon={<Route />} title="There is no lane">
        A lead sets up lanes in the settings; every card belongs to one.
      </EmptyState>
    );
  return (
    <div className="flex flex-col gap-3 pt-3">
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label="Lane" hint="Its template fills in what follows. All of it can be changed.">
          <Select
            value={laneId}
            onChange={setLaneId}
            options={lanes.map(({ id, name, kind }) => ({
              value: id,
              label: name,
              hint: kind === "production" ? "Final quality; can be published" : "Broad and quick; nothing leaves it",
            }))}
          />
        </Field>
        {lane.cardTemplates.length > 1 ? (
          <Field label="Card template">
            <Select
              value={template.id}
              onChange={setTemplateId}
              options={lane.cardTemplates.map(({ id, name, goal }) => ({ value: id, label: name, hint: goal.slice(0, 80) }))}
            />
          </Field>
        ) : null}
      </div>
      {children(lane, template)}
    </div>
  );
}

"use client";
import { useQuery } from "@tanstack/react-query";
import { Plus, X } from "lucide-react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { ToggleSet } from "@/components/ui/toggle-set";
import { studio } from "@/lib/client/query";
import { canOwn } from "@/lib/domain/review/edit-card";
import type { Stage, StageStart } from "@/lib/domain/review/stage-plan";

const RULES = [
  { value: "first", label: "The first of them decides" },
  { value: "all", label: "All of them must approve" },
] as const;

const STARTS = [
  { value: "decision", label: "After the stages before" },
  { value: "together", label: "Together with the stage before" },
  { value: "deadline", label: "At the latest after some hours" },
] as const;

const MOST_STAGES = 6;

export type StagesFieldProps = { value: readonly Stage[]; onChange: (value: Stage[]) => void };

/** Who decides besides the owner, in which order. */
export function StagesField({ value, onChange }: StagesFieldProps) {
  const members = useQuery(studio.member.list.queryOptions({ input: {} }));
  const deciders = (members.data?.items ?? []).filter((member) => canOwn(member.role));
  const change = (at: number, part: Partial<Stage>) =>
    onChange(value.map((stage, index) => (index === at ? { ...stage, ...part } : stage)));
  const [first] = deciders;
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1 text-xs font-medium text-muted">Stages</legend>
      {value.map((stage, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a stage is its place in the order
        <div key={at} className="grid gap-1.5 rounded-md border border-line p-2">
          <div className="grid grid-cols-[minmax(0,1fr)_1.75rem] gap-1.5 sm:grid-cols-[minmax(0,1fr)_12rem_1.75rem]">
            <Input
              aria-label={`Name of stage ${at + 1}`}
              value={stage.name}
              maxLength={60}
              onChange={(event) => change(at, { name: event.target.value })}
            />
            <Select
              label={`${stage.name}: who decides`}
              value={stage.rule}
              onChange={(rule) => change(at, { rule })}
              options={RULES}
              className="max-sm:order-last max-sm:col-span-2"
            />
            <IconButton
              label={`Take the stage “${stage.name}” off`}
              icon={<X size={14} aria-hidden />}
              onClick={() => onChange(value.filter((_, index) => index !== at))}
            />
          </div>
          <ToggleSet
            label={`${stage.name}: seats`}
            options={deciders.map((member) => ({ value: member.id, label: member.displayName }))}
            values={stage.reviewerIds}
            onChange={(reviewerIds) => reviewerIds.length > 0 && change(at, { reviewerIds })}
          />
          {at > 0 ? <Start name={stage.name} value={stage.start} onChange={(start) => change(at, { start })} /> : null}
        </div>
      ))}
      <p className="text-xs text-faint text-pretty">
        {value.length === 0
          ? "None: the owner decides alone."
          : "One word of change or rejection ends a round. The owner decides last, unless a stage seats them."}
      </p>
      {first && value.length < MOST_STAGES ? (
        <div>
          <Button
            size="small"
            variant="ghost"
            icon={<Plus size={13} aria-hidden />}
            onClick={() =>
              onChange([
                ...value,
                { name: `Stage ${value.length + 1}`, reviewerIds: [first.id], rule: "first", start: { when: "decision" } },
              ])
            }
          >
            Add a stage
          </Button>
        </div>
      ) : null}
    </fieldset>
  );
}

function Start({ name, value, onChange }: { name: string; value: StageStart; onChange: (value: StageStart) => void }) {
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      <div className="w-60">
        <Select
          label={`${name}: begins`}
          value={value.when}
          onChange={(when) => onChange(when === "deadline" ? { when, hours: 24 } : { when })}
          options={STARTS}
        />
      </div>
      {value.when === "deadline" ? (
        <>
          <div className="w-20">
            <Input
              type="number"
              inputMode="numeric"
              aria-label={`${name}: hours after the stage before began`}
              min={1}
              max={2_000}
              value={String(value.hours)}
              onChange={(event) =>
                onChange({ when: "deadline", hours: Math.min(2_000, Math.max(1, Math.trunc(Number(event.target.value)) || 1)) })
              }
            />
          </div>
          <span className="text-xs text-muted">hours after the stage before began</span>
        </>
      ) : null}
    </div>
  );
}

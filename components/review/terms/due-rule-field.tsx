"use client";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { DueRule } from "@/lib/domain/review/due";

const UNITS = [
  { value: "none", label: "By no rule", hint: "A date is set on the card, or none" },
  { value: "working-days", label: "Working days after submitting", hint: "By five in the afternoon, Monday to Friday" },
  { value: "working-hours", label: "Working hours after submitting", hint: "Nine to five, Monday to Friday" },
] as const;

/** When a card is due, counted from the moment it is submitted. */
export function DueRuleField({ value, onChange }: { value: DueRule | null; onChange: (value: DueRule | null) => void }) {
  const choose = (unit: (typeof UNITS)[number]["value"]) => {
    const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
    onChange(unit === "none" ? null : { count: value?.count ?? 2, timeZone: value?.timeZone ?? here, unit });
  };
  return (
    <div className="grid gap-2 sm:grid-cols-[minmax(0,1fr)_6rem_minmax(0,1fr)]">
      <Field label="Due">
        <Select value={value?.unit ?? "none"} onChange={choose} options={UNITS} />
      </Field>
      {value ? (
        <>
          <Field label="How many">
            <Input
              type="number"
              inputMode="numeric"
              min={1}
              max={365}
              value={String(value.count)}
              onChange={(event) => onChange({ ...value, count: Math.min(365, Math.max(1, Math.trunc(Number(event.target.value)) || 1)) })}
            />
          </Field>
          <Field label="By the clock of">
            <Input value={value.timeZone} maxLength={60} onChange={(event) => onChange({ ...value, timeZone: event.target.value })} />
          </Field>
        </>
      ) : null}
    </div>
  );
}

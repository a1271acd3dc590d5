"use client";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { During } from "@/lib/domain/review/outline";

export type TimeFieldsProps = {
  during: During;
  durationMs: number;
  onDuring: (during: During) => void;
};

/** When a defect is seen in a video: one moment, a stretch, or all of it. Typed in seconds. */
export function TimeFields({ during, durationMs, onDuring }: TimeFieldsProps) {
  const { fromMs, toMs } = during;
  const within = (seconds: number) => Math.round(Math.min(durationMs, Math.max(0, seconds * 1_000)));
  const field = (label: string, ms: number, put: (ms: number) => void) => (
    <Field label={label}>
      <Input
        type="number"
        min={0}
        max={durationMs / 1_000}
        step={0.01}
        value={String(ms / 1_000)}
        onChange={(event) => {
          const seconds = event.currentTarget.valueAsNumber;
          if (Number.isFinite(seconds)) put(within(seconds));
        }}
      />
    </Field>
  );
  return (
    <div className="flex items-end gap-2">
      {field("From, seconds", fromMs, (next) => onDuring({ fromMs: next, toMs: Math.max(next, toMs) }))}
      {field("To, seconds", toMs, (next) => onDuring({ fromMs: Math.min(next, fromMs), toMs: next }))}
      <Button size="small" onClick={() => onDuring({ fromMs: 0, toMs: durationMs })}>
        All of it
      </Button>
    </div>
  );
}

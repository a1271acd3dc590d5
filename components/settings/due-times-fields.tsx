import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";

export type DueTimes = { readonly remindHours: number; readonly escalateHours: number | null };

const hours = (count: number) =>
  count % 24 === 0 ? (count === 24 ? "1 day" : `${count / 24} days`) : count === 1 ? "1 hour" : `${count} hours`;
const BEFORE = [0, 1, 4, 24, 48, 72];
const AFTER = [0, 1, 4, 24, 48, 72, 168];

/** A set of usual times, and whatever was set through the API. */
const withOwn = (usual: readonly number[], own: number | null) =>
  [...new Set([...usual, ...(own === null ? [] : [own])])].toSorted((a, b) => a - b);

/** When people hear that a card of the lane runs late. */
export function DueTimesFields({ times, onChange }: { times: DueTimes; onChange: (times: DueTimes) => void }) {
  const before = withOwn(BEFORE, times.remindHours).map((count) => ({
    value: String(count),
    label: count === 0 ? "Nobody is reminded" : `${hours(count)} before`,
  }));
  const after = withOwn(AFTER, times.escalateHours).map((count) => ({
    value: String(count),
    label: count === 0 ? "As soon as it is overdue" : `${hours(count)} after`,
  }));
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Field label="Remind of the due date" hint="Whose step is next is told.">
        <Select
          value={String(times.remindHours)}
          onChange={(count) => onChange({ ...times, remindHours: Number(count) })}
          options={before}
        />
      </Field>
      <Field label="Tell a lead" hint="Of a card that is still open.">
        <Select
          value={times.escalateHours === null ? "never" : String(times.escalateHours)}
          onChange={(count) => onChange({ ...times, escalateHours: count === "never" ? null : Number(count) })}
          options={[...after, { value: "never", label: "Never" }]}
        />
      </Field>
    </div>
  );
}

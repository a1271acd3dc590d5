"use client";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select, type SelectOption } from "@/components/ui/select";
import { parseDollars } from "@/lib/domain/money/micros";
import type { PLACES, useConstraints } from "./use-constraints";

type Asked = ReturnType<typeof useConstraints>["asked"];
export type ConstraintFormProps = { asked: Asked; ask: (change: Partial<Asked>) => void };

const PLACE_OPTIONS: readonly SelectOption<(typeof PLACES)[number]>[] = [
  { value: "anywhere", label: "Anywhere" },
  { value: "eu", label: "In the EU", hint: "Or on your own hardware" },
  { value: "own-hardware", label: "On our own hardware" },
];

/** What must hold, and for how much: the second and the last step of a choice. */
export function ConstraintForm({ asked, ask }: ConstraintFormProps) {
  const isTimed = asked.category === "video.generate" || asked.category.startsWith("avatar");
  const number = (text: string) => (/^\d{1,7}$/.test(text.trim()) ? Number(text) : null);
  return (
    <form className="flex flex-col gap-5" onSubmit={(event) => event.preventDefault()}>
      <fieldset className="flex flex-col gap-2.5">
        <legend className="mb-2 text-sm font-semibold">Constraints</legend>
        <Field label="Data may be processed">
          <Select value={asked.place} onChange={(place) => ask({ place })} options={PLACE_OPTIONS} />
        </Field>
        <Checkbox label="For commercial use" checked={asked.commercial} onChange={(commercial) => ask({ commercial })} />
        <Checkbox label="No watermark" checked={asked.unmarked} onChange={(unmarked) => ask({ unmarked })} />
        <Checkbox label="Open weights" checked={asked.open} onChange={(open) => ask({ open })} />
        <Field
          label="At most, for one output"
          optional
          error={asked.ceiling !== "" && parseDollars(asked.ceiling) === null ? "This is no amount. Write it like 0.05." : null}
        >
          <Input
            inputMode="decimal"
            placeholder="$"
            value={asked.ceiling}
            onChange={(event) => ask({ ceiling: event.currentTarget.value })}
          />
        </Field>
        <Field label="Ready within, in seconds" optional>
          <Input
            inputMode="numeric"
            value={asked.wait?.toString() ?? ""}
            onChange={(event) => ask({ wait: number(event.currentTarget.value) })}
          />
        </Field>
      </fieldset>
      <fieldset className="flex flex-col gap-2.5">
        <legend className="mb-2 text-sm font-semibold">Your volume</legend>
        <Field label="Kept in the end">
          <Input
            inputMode="numeric"
            value={String(asked.kept)}
            onChange={(event) => ask({ kept: number(event.currentTarget.value) ?? 1 })}
          />
        </Field>
        <Field label="Variants for each kept" hint="Choosing costs the ones not chosen.">
          <Input
            inputMode="numeric"
            value={String(asked.variants)}
            onChange={(event) => ask({ variants: number(event.currentTarget.value) ?? 1 })}
          />
        </Field>
        {isTimed ? (
          <Field label="Seconds each">
            <Input
              inputMode="numeric"
              value={String(asked.seconds)}
              onChange={(event) => ask({ seconds: number(event.currentTarget.value) ?? 1 })}
            />
          </Field>
        ) : null}
      </fieldset>
    </form>
  );
}

"use client";
import { Radio } from "@base-ui/react/radio";
import { RadioGroup } from "@base-ui/react/radio-group";
import type { Disclosure } from "@/lib/domain/publication/disclosure";
import { DISCLOSURE_WORDS } from "../words";

type Kind = Disclosure["kind"];

const KINDS = Object.keys(DISCLOSURE_WORDS) as Kind[];

/** What viewers are told. Nothing is chosen beforehand: this is a decision. */
export function DisclosureChoice({ value, onChange }: { value: Kind | null; onChange: (kind: Kind) => void }) {
  return (
    <RadioGroup<Kind | null>
      aria-label="What viewers are told"
      value={value}
      onValueChange={(next) => next && onChange(next)}
      className="flex flex-col"
    >
      {KINDS.map((kind) => (
        // biome-ignore lint/a11y/noLabelWithoutControl: the radio inside is the labelled control; it renders its own input
        <label key={kind} className="flex items-start gap-2.5 border-b border-line py-2.5 last:border-b-0">
          <Radio.Root
            value={kind}
            className="mt-0.5 flex size-4 shrink-0 items-center justify-center rounded-full border border-faint bg-field
              data-checked:border-accent data-checked:bg-accent"
          >
            <Radio.Indicator className="size-1.5 rounded-full bg-on-accent data-unchecked:hidden" />
          </Radio.Root>
          <span>
            <span className="block text-sm font-medium">{DISCLOSURE_WORDS[kind].label}</span>
            <span className="block text-xs text-muted text-pretty">{DISCLOSURE_WORDS[kind].hint}</span>
          </span>
        </label>
      ))}
    </RadioGroup>
  );
}

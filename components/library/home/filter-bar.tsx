"use client";
import type { RefObject } from "react";
import { SearchField } from "@/components/ui/search-field";
import { Select, type SelectOption } from "@/components/ui/select";
import { ToggleGroup } from "@/components/ui/toggle-group";
import { useModelName } from "@/lib/client/use-model-name";
import { formatMicros } from "@/lib/domain/money/micros";
import type { ShelfView } from "@/lib/domain/pattern/browse/card";
import { COST_STEPS, PASS_STEPS, type PatternFacets, type PatternSort } from "@/lib/domain/pattern/browse/found";
import { percent } from "@/lib/domain/pattern/evidence/words";
import { LABEL_WORDS } from "../words";
import type { HomeAddress } from "./use-home-address";

export type FilterBarProps = {
  address: HomeAddress;
  shelves: readonly ShelfView[];
  /** Undefined while it is counted: then choices stand without a count. */
  facets: PatternFacets | undefined;
  search: RefObject<HTMLInputElement | null>;
};

/** Stands for "whatever": no shelf, model, tag or step is called so. */
const ANY = " ";

const SORTS = [
  { value: "shelf", label: "Shelf order" },
  { value: "proven", label: "Best proven", hint: "Highest lower bound of the pass rate first" },
  { value: "cheapest", label: "Cheapest", hint: "By cost of an accepted picture" },
  { value: "newest", label: "Newest" },
  { value: "name", label: "Name" },
] as const satisfies readonly SelectOption<PatternSort>[];

/** What patterns are found by, each choice with how many it would leave. */
export function FilterBar({ address, shelves, facets, search }: FilterBarProps) {
  const nameOf = useModelName();
  const { asked, change } = address;
  const counted = (words: string, count: number | undefined) => (count === undefined ? words : `${words} · ${count}`);
  const labels = (["candidate", "production"] as const).map((label) => ({
    value: label,
    label: counted(LABEL_WORDS[label].label, facets?.labels.find((one) => one.label === label)?.count),
  }));
  return (
    <div className="mb-6 flex flex-wrap items-center gap-2">
      <SearchField
        ref={search}
        label="Search patterns"
        value={asked.q}
        onChange={(next) => change({ q: next })}
        className="w-full sm:max-w-52"
      />
      <ToggleGroup
        label="Label"
        value={asked.label ?? "any"}
        onChange={(next) => change({ label: next === "any" ? null : next })}
        options={[{ value: "any", label: "All" }, ...labels]}
      />
      <Choice
        label="Shelf"
        every="Every shelf"
        value={asked.shelf}
        onChange={(shelf) => change({ shelf })}
        options={shelves.map(({ slug, name, order }) => ({ value: slug, label: counted(name, order.length) }))}
      />
      <Choice
        label="Engine"
        every="Every engine"
        value={asked.model}
        onChange={(model) => change({ model })}
        options={facets?.models.map(({ modelId, count }) => ({ value: modelId, label: counted(nameOf({ modelId }), count) })) ?? []}
      />
      <Choice
        label="Pass rate"
        every="Any pass rate"
        value={asked.pass === null ? null : String(asked.pass)}
        onChange={(pass) => change({ pass: pass === null ? null : Number(pass) })}
        options={PASS_STEPS.map((share) => ({
          value: String(Math.round(share * 100)),
          label: counted(`Proven ${percent(share)}`, facets?.passAtLeast.find((step) => step.share === share)?.count),
          hint: `95 times of 100 at least ${percent(share)} pass`,
        }))}
      />
      <Choice
        label="Cost of an accepted picture"
        every="Any cost"
        value={asked.cost}
        onChange={(cost) => change({ cost: COST_STEPS.find((step) => step === cost) ?? null })}
        options={COST_STEPS.map((micros) => ({
          value: micros,
          label: counted(`Up to ${formatMicros(BigInt(micros))}`, facets?.acceptedAtMost.find((step) => step.micros === micros)?.count),
          hint: "an accepted picture",
        }))}
      />
      <Choice
        label="Tag"
        every="Every tag"
        value={asked.tag}
        onChange={(tag) => change({ tag })}
        options={facets?.tags.map(({ tag, count }) => ({ value: tag, label: counted(`#${tag}`, count) })) ?? []}
      />
      <span className="sm:ml-auto">
        <Select label="Order" value={asked.sort} onChange={(sort) => change({ sort })} options={SORTS} className="w-auto! max-w-36" />
      </span>
    </div>
  );
}

type ChoiceProps = {
  label: string;
  every: string;
  value: string | null;
  onChange: (value: string | null) => void;
  options: readonly SelectOption<string>[];
};

/** One of some, or whatever. Without anything to choose it is not there. */
function Choice({ label, every, value, onChange, options }: ChoiceProps) {
  if (options.length === 0 && value === null) return null;
  const chosen = value !== null && !options.some((option) => option.value === value) ? [{ value, label: value }] : [];
  return (
    <Select
      label={label}
      value={value ?? ANY}
      onChange={(next) => onChange(next === ANY ? null : next)}
      options={[{ value: ANY, label: every }, ...chosen, ...options]}
      className="w-auto! max-w-40"
    />
  );
}

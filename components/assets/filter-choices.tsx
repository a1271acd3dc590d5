"use client";
import { COLOUR_LOOKS } from "@/components/ui/colours";
import { Select, type SelectOption } from "@/components/ui/select";
import { ASSET_ORIGINS } from "@/lib/domain/asset/asset-view";
import type { AssetFilter } from "@/lib/domain/asset/filter";
import { COLOURS, type Colour, type Flag } from "@/lib/domain/selection/flags";
import { type AssetOrigin, ORIGIN_WORDS } from "./words";

const ANY = "any";
type OrAny<Value extends string> = Value | typeof ANY;

const ORIGINS: readonly SelectOption<OrAny<AssetOrigin>>[] = [
  { value: ANY, label: "Any origin" },
  ...ASSET_ORIGINS.map((value) => ({ value, label: ORIGIN_WORDS[value] })),
];
const FLAGS: readonly SelectOption<OrAny<Flag>>[] = [
  { value: ANY, label: "Any flag" },
  { value: "pick", label: "Picked" },
  { value: "none", label: "Not flagged" },
  { value: "reject", label: "Rejected" },
];
const RATINGS = [
  { value: ANY, label: "Any rating" },
  ...[1, 2, 3, 4, 5].map((stars) => ({ value: String(stars), label: `${"★".repeat(stars)}${stars === 5 ? "" : " or more"}` })),
];
const COLOUR_OPTIONS: readonly SelectOption<OrAny<Colour>>[] = [
  { value: ANY, label: "Any colour" },
  ...COLOURS.map((value) => ({ value, label: value === "none" ? "No colour" : COLOUR_LOOKS[value].word })),
];

/** What of a filter is chosen here; null = it does not matter. */
export type FilterChange = {
  readonly origin?: AssetOrigin | null;
  readonly flag?: Flag | null;
  readonly rating?: number | null;
  readonly colour?: Colour | null;
};

const chosen = <Value extends string>(value: OrAny<Value>): Value | null => (value === ANY ? null : (value as Value));

/** What of the files matters: origin, flag, rating, colour. */
export function FilterChoices({ filter, onFilter }: { filter: AssetFilter; onFilter: (change: FilterChange) => void }) {
  return (
    <>
      <Select
        label="Origin"
        value={filter.origin ?? ANY}
        onChange={(next) => onFilter({ origin: chosen(next) })}
        options={ORIGINS}
        className="max-w-32"
      />
      <Select
        label="Flag"
        value={filter.flag ?? ANY}
        onChange={(next) => onFilter({ flag: chosen(next) })}
        options={FLAGS}
        className="max-w-32"
      />
      <Select
        label="Rating"
        value={filter.rating === undefined ? ANY : String(filter.rating)}
        onChange={(next) => onFilter({ rating: next === ANY ? null : Number(next) })}
        options={RATINGS}
        className="max-w-32"
      />
      <Select
        label="Colour"
        value={filter.colour ?? ANY}
        onChange={(next) => onFilter({ colour: chosen(next) })}
        options={COLOUR_OPTIONS}
        className="max-w-32"
      />
    </>
  );
}

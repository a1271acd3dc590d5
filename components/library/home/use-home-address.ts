"use client";
import { parseAsInteger, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { COST_STEPS, PASS_STEPS, type PatternFilter, PatternSort } from "@/lib/domain/pattern/browse/found";
import { LabelName } from "@/lib/domain/pattern/view";

const PERCENTS: readonly number[] = PASS_STEPS.map((share) => Math.round(share * 100));

const PARTS = {
  q: parseAsString.withDefault(""),
  /** Slug of a shelf. */
  shelf: parseAsString,
  label: parseAsStringLiteral(LabelName.options),
  model: parseAsString,
  tag: parseAsString,
  /** Lower bound of the pass rate, percent. */
  pass: parseAsInteger,
  /** Micro-dollars an accepted picture. */
  cost: parseAsStringLiteral(COST_STEPS),
  sort: parseAsStringLiteral(PatternSort.options).withDefault("shelf"),
};

/** What of the libraries is looked at, in the address: a link shows somebody else the same. */
export function useHomeAddress() {
  const [asked, change] = useQueryStates(PARTS);
  const { q, label, model, tag, cost } = asked;
  const pass = asked.pass !== null && PERCENTS.includes(asked.pass) ? asked.pass : null;
  /** Without the shelf, which the address names by its slug. */
  const filter: PatternFilter = {
    ...(q.trim() === "" ? {} : { text: q.trim().slice(0, 200) }),
    ...(label === null ? {} : { label }),
    ...(model === null ? {} : { modelId: model.slice(0, 200) }),
    ...(tag === null ? {} : { tag: tag.slice(0, 40) }),
    ...(pass === null ? {} : { passAtLeast: pass / 100 }),
    ...(cost === null ? {} : { acceptedAtMost: cost }),
  };
  return {
    asked: { ...asked, pass },
    filter,
    change: (next: Partial<typeof asked>) => void change(next),
    showAll: () => void change(null),
    /** Every shelf as a row; else one list of what fits. */
    isHome: Object.keys(filter).length === 0 && asked.shelf === null && asked.sort === "shelf",
  };
}

export type HomeAddress = ReturnType<typeof useHomeAddress>;

import fc from "fast-check";
import {
  BILLED_PER,
  CATEGORIES,
  type CatalogueEntry,
  CommercialUse,
  MODES,
  REGIONS,
  type RouteFacts,
  Watermark,
} from "@/lib/domain/engine/catalogue-entry";
import { EVIDENCE, type Fact } from "@/lib/domain/engine/fact";

const KNOWN = EVIDENCE.filter((evidence) => evidence !== "unknown");
const day = fc
  .date({ min: new Date("2026-01-01"), max: new Date("2027-12-31"), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));

function fact<Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Fact<Value>> {
  return fc.oneof(
    { weight: 4, arbitrary: fc.record({ value, evidence: fc.constantFrom(...KNOWN), source: fc.constant("a source"), checkedOn: day }) },
    { weight: 1, arbitrary: day.map((checkedOn) => ({ value: null, evidence: "unknown" as const, source: "", checkedOn })) },
  );
}

const some = <Value>(values: readonly Value[]) => fc.uniqueArray(fc.constantFrom(...values), { minLength: 1 });

const listedPrice = fc
  .record({ per: fc.constantFrom(...BILLED_PER), least: fc.nat(2_000_000), more: fc.nat(2_000_000) })
  .map(({ per, least, more }) => ({ per, leastMicros: least, mostMicros: least + more, applies: "" }));

const FACTS = {
  prices: fact(fc.array(listedPrice, { minLength: 1, maxLength: 3 })),
  licence: fact(fc.constant("A licence")),
  commercialUse: fact(fc.constantFrom(...CommercialUse.options)),
  residency: fact(some(REGIONS)),
  watermark: fact(fc.constantFrom(...Watermark.options)),
  provenance: fact(fc.constant([])),
  latency: fact(fc.nat(100).map((leastSeconds) => ({ leastSeconds, mostSeconds: leastSeconds + 10 }))),
};

/** What may hold on one route alone. */
export const anyRouteFacts: fc.Arbitrary<RouteFacts> = fc.record(FACTS, { requiredKeys: [] });

/** A route the workspace has nothing of its own about. */
export const PLAIN = {
  isElsewhere: false,
  entered: null,
  standing: { engineName: "One", modelName: "M", whyNot: null, entered: null, enteredPer: null },
} as const;

/** Any entry a catalogue could hold. */
export const anyEntry: fc.Arbitrary<CatalogueEntry> = fc.record({
  id: fc.stringMatching(/^[a-z][a-z0-9-]{0,12}$/),
  name: fc.constantFrom("Alpha", "Beta", "Gamma"),
  maker: fc.constantFrom("Maker", "Other maker"),
  category: fc.constantFrom(...CATEGORIES),
  summary: fc.constant("A system."),
  modes: some(MODES),
  gives: fc.constantFrom("image" as const, "video" as const, "text" as const, "live-session" as const),
  controls: fact(fc.constant([])),
  ...FACTS,
  weights: fact(fc.constantFrom("open" as const, "closed" as const)),
  status: fc.oneof(
    { weight: 4, arbitrary: fc.constant({ state: "active" as const }) },
    { weight: 1, arbitrary: fc.constant({ state: "import-only" as const, why: "It is an app." }) },
    { weight: 1, arbitrary: fc.constant({ state: "retired" as const, on: "2026-01-01", successor: null, why: "It ended." }) },
  ),
  notes: fc.constant([]),
  reached: fact(fc.constant("a wire")),
  routes: fc.array(fc.record({ engineId: fc.constantFrom("one", "other"), modelId: fc.constant("m"), facts: anyRouteFacts }), {
    maxLength: 2,
  }),
});

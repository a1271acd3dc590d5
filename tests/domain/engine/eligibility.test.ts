import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CATEGORIES, CatalogueEntry, MODES, REGIONS } from "@/lib/domain/engine/catalogue-entry";
import { Constraints, eligibilityOf, priceCaution, staleFacts } from "@/lib/domain/engine/eligibility";
import { isStale } from "@/lib/domain/engine/fact";
import { shortlist } from "@/lib/domain/engine/shortlist";
import { costOfOne, costOfVolume, USUAL_VOLUME, type Volume } from "@/lib/domain/engine/volume-cost";
import { anyEntry } from "./entries";

const TODAY = "2026-11-21";

const anyConstraints = fc
  .record(
    {
      category: fc.constantFrom(...CATEGORIES),
      modes: fc.uniqueArray(fc.constantFrom(...MODES), { maxLength: 2 }),
      regions: fc.uniqueArray(fc.constantFrom(...REGIONS), { maxLength: 2 }),
      commercialUse: fc.boolean(),
      noWatermark: fc.boolean(),
      openWeights: fc.boolean(),
      mostMicrosEach: fc.nat(3_000_000),
      mostSeconds: fc.integer({ min: 1, max: 120 }),
    },
    { requiredKeys: [] },
  )
  .map((asked) => Constraints.parse(asked));

const anyVolume: fc.Arbitrary<Volume> = fc.record({
  kept: fc.integer({ min: 1, max: 1000 }),
  variantsEach: fc.integer({ min: 1, max: 10 }),
  secondsEach: fc.integer({ min: 1, max: 60 }),
  megapixelsEach: fc.integer({ min: 1, max: 16 }),
  tokensEach: fc.integer({ min: 1, max: 100_000 }),
});

function example(change: Partial<CatalogueEntry>): CatalogueEntry {
  const [entry] = fc.sample(anyEntry, { numRuns: 1, seed: 7 });
  if (!entry) throw new Error("no sample");
  return { ...entry, category: "image.generate", name: "Alpha", gives: "image", status: { state: "active" }, ...change };
}

describe("eligibility", () => {
  test("eligible exactly when there is no reason, and every reason is a sentence that names the system", () => {
    fc.assert(
      fc.property(anyEntry, anyConstraints, anyVolume, (entry, asked, volume) => {
        const { isEligible, reasons } = eligibilityOf(entry, asked, TODAY, volume);
        expect(isEligible).toBe(reasons.length === 0);
        for (const reason of reasons) {
          expect(reason).toContain(entry.name);
          expect(reason).toMatch(/\.$/);
        }
      }),
    );
  });

  test("asking for more never makes a system eligible that was not", () => {
    fc.assert(
      fc.property(anyEntry, anyConstraints, anyConstraints, (entry, fewer, more) => {
        const both: Constraints = {
          ...fewer,
          category: fewer.category ?? more.category,
          modes: [...fewer.modes, ...more.modes],
          commercialUse: fewer.commercialUse || more.commercialUse,
          noWatermark: fewer.noWatermark || more.noWatermark,
          openWeights: fewer.openWeights || more.openWeights,
          mostMicrosEach: fewer.mostMicrosEach ?? more.mostMicrosEach,
          mostSeconds: fewer.mostSeconds ?? more.mostSeconds,
        };
        if (eligibilityOf(entry, both, TODAY).isEligible) expect(eligibilityOf(entry, fewer, TODAY).isEligible).toBe(true);
      }),
    );
  });

  test("a fact we do not know never meets a constraint", () => {
    fc.assert(
      fc.property(anyEntry, anyConstraints, (entry, asked) => {
        const { isEligible } = eligibilityOf(entry, asked, TODAY);
        if (asked.commercialUse && entry.commercialUse.value === null) expect(isEligible).toBe(false);
        if (asked.noWatermark && entry.watermark.value === null) expect(isEligible).toBe(false);
        if (asked.regions.length > 0 && entry.residency.value === null) expect(isEligible).toBe(false);
        if (asked.mostMicrosEach !== undefined && entry.prices.value === null) expect(isEligible).toBe(false);
        if (asked.mostSeconds !== undefined && entry.latency.value === null) expect(isEligible).toBe(false);
      }),
    );
  });

  test("what ended or cannot be run is never eligible", () => {
    fc.assert(
      fc.property(anyEntry, anyConstraints, (entry, asked) => {
        if (entry.status.state !== "active") expect(eligibilityOf(entry, asked, TODAY).isEligible).toBe(false);
      }),
    );
  });

  test("of several places a run may go to each must be one that is asked for", () => {
    const entry = example({ residency: { value: ["china", "asia-pacific"], evidence: "ran", source: "here", checkedOn: TODAY } });
    expect(eligibilityOf(entry, Constraints.parse({ regions: ["asia-pacific"] }), TODAY).isEligible).toBe(false);
    expect(eligibilityOf(entry, Constraints.parse({ regions: ["china", "asia-pacific"] }), TODAY).isEligible).toBe(true);
  });

  test("weights on own hardware answer any region", () => {
    const entry = example({ residency: { value: ["own-hardware"], evidence: "ran", source: "here", checkedOn: TODAY } });
    expect(eligibilityOf(entry, Constraints.parse({ regions: ["eu"] }), TODAY).isEligible).toBe(true);
  });

  test("an answer that leans on an article says so, and one on an old fact says when it was checked", () => {
    const fromArticle = example({ watermark: { value: "none", evidence: "article", source: "an article", checkedOn: TODAY } });
    const asked = Constraints.parse({ noWatermark: true });
    expect(eligibilityOf(fromArticle, asked, TODAY).cautions).toEqual(["Watermark is not confirmed by the provider (an article)."]);
    const old = example({ watermark: { value: "none", evidence: "ran", source: "here", checkedOn: "2026-08-01" } });
    expect(eligibilityOf(old, asked, TODAY).cautions).toEqual(["Watermark was last checked on 2026-08-01. Check it again."]);
  });
});

describe("staleness", () => {
  test("a fact is stale after 90 days, not on the ninetieth", () => {
    expect(isStale("2026-08-23", TODAY)).toBe(false);
    expect(isStale("2026-08-22", TODAY)).toBe(true);
  });

  test("only known facts grow stale", () => {
    fc.assert(
      fc.property(anyEntry, (entry) => {
        for (const key of staleFacts(entry, "2030-01-01")) expect(entry[key].value).not.toBeNull();
      }),
    );
  });
});

describe("shortlist and cost", () => {
  test("every entry of the category is in exactly one list, eligible ones cheapest first", () => {
    fc.assert(
      fc.property(fc.array(anyEntry, { maxLength: 12 }), anyConstraints, anyVolume, (entries, asked, volume) => {
        const { eligible, others } = shortlist(entries, asked, volume, TODAY);
        const wanted = entries.filter((entry) => asked.category === undefined || entry.category === asked.category);
        expect(eligible.length + others.length).toBe(wanted.length);
        const priced = eligible.flatMap(({ cost }) => (cost === null ? [] : [cost.leastMicros]));
        expect(priced).toEqual([...priced].sort((a, b) => (a < b ? -1 : Number(a > b))));
        expect(eligible.slice(priced.length).every(({ cost }) => cost === null)).toBe(true);
      }),
    );
  });

  test("a system is judged on one route: one that meets what is asked, then one that is connected, then the cheapest", () => {
    const price = (micros: number) => ({
      prices: {
        value: [{ per: "image" as const, leastMicros: micros, mostMicros: micros, applies: "" }],
        evidence: "ran" as const,
        source: "here",
        checkedOn: TODAY,
      },
    });
    const standing = (engineName: string, whyNot: string | null, modelName: string | null = "M") => ({
      standing: { engineName, modelName, whyNot, entered: null, enteredPer: null },
    });
    const eu = { residency: { value: ["eu" as const], evidence: "ran" as const, source: "here", checkedOn: TODAY } };
    const unknown = { value: null, evidence: "unknown" as const, source: "", checkedOn: TODAY };
    const entry = {
      ...example({ prices: unknown, residency: unknown }),
      routes: [
        { engineId: "a", modelId: "m", facts: price(10_000), ...standing("A", "A has no adapter.", null) },
        { engineId: "b", modelId: "m", facts: price(20_000), ...standing("B", "B is not connected.") },
        { engineId: "c", modelId: "m", facts: price(30_000), ...standing("C", null) },
        { engineId: "d", modelId: "m", facts: { ...price(40_000), ...eu }, ...standing("D", "D is not connected.") },
      ],
    };
    const chosen = (asked: Partial<Constraints>, routes = entry.routes) => {
      const { eligible, others } = shortlist([{ ...entry, routes }], Constraints.parse(asked), USUAL_VOLUME, TODAY);
      const [candidate] = [...eligible, ...others];
      return [candidate?.route?.engineId, candidate?.cost?.leastMicros, candidate?.eligibility.isEligible];
    };
    expect(chosen({})).toEqual(["c", 12_000_000n, true]);
    expect(chosen({ regions: ["eu"] })).toEqual(["d", 16_000_000n, true]);
    expect(chosen({ mostMicrosEach: 25_000 })).toEqual(["b", 8_000_000n, true]);
    expect(chosen({ mostMicrosEach: 15_000 })).toEqual(["c", 12_000_000n, false]);
    expect(chosen({}, entry.routes.slice(0, 1))).toEqual([undefined, undefined, true]);
  });

  test("a price that is an article's or old says so wherever it is shown", () => {
    const listed = { value: [{ per: "image" as const, leastMicros: 1, mostMicros: 1, applies: "" }], source: "an article" };
    expect(priceCaution(example({ prices: { ...listed, evidence: "article", checkedOn: TODAY } }), TODAY)).toBe(
      "Price is not confirmed by the provider (an article).",
    );
    expect(priceCaution(example({ prices: { ...listed, evidence: "documentation", checkedOn: TODAY } }), TODAY)).toBeNull();
    expect(priceCaution(example({ prices: { ...listed, evidence: "documentation", checkedOn: "2026-08-01" } }), TODAY)).toBe(
      "Price was last checked on 2026-08-01. Check it again.",
    );
  });

  test("a conversation costs its begun minutes, and what it costs to begin on top", () => {
    const listed = {
      value: [
        { per: "hour" as const, leastMicros: 12_000_000, mostMicros: 12_000_000, applies: "" },
        { per: "session" as const, leastMicros: 20_000, mostMicros: 20_000, applies: "" },
      ],
      evidence: "documentation",
      source: "docs",
      checkedOn: TODAY,
    } as const;
    const talk = { ...USUAL_VOLUME, kept: 10, variantsEach: 1, secondsEach: 61 };
    expect(costOfVolume({ gives: "live-session", prices: listed }, talk)).toEqual({ leastMicros: 4_200_000n, mostMicros: 4_200_000n });
  });

  test("the least is never above the most, and a larger volume never costs less", () => {
    fc.assert(
      fc.property(anyEntry, anyVolume, fc.integer({ min: 1, max: 9 }), (entry, volume, factor) => {
        const cost = costOfVolume(entry, volume);
        const larger = costOfVolume(entry, { ...volume, kept: volume.kept * factor });
        expect(cost === null).toBe(larger === null);
        if (cost === null || larger === null) return;
        expect(cost.leastMicros <= cost.mostMicros).toBe(true);
        expect(larger.leastMicros >= cost.leastMicros && larger.mostMicros >= cost.mostMicros).toBe(true);
      }),
    );
  });

  test("four variants for each of a hundred kept pictures are four hundred pictures", () => {
    const entry = example({
      prices: {
        value: [{ per: "image", leastMicros: 40_000, mostMicros: 50_000, applies: "" }],
        evidence: "ran",
        source: "here",
        checkedOn: TODAY,
      },
    });
    expect(costOfVolume(entry, USUAL_VOLUME)).toEqual({ leastMicros: 16_000_000n, mostMicros: 20_000_000n });
    expect(costOfOne(entry, USUAL_VOLUME)).toEqual({ leastMicros: 40_000n, mostMicros: 50_000n });
  });

  test("credits and unknown prices cannot be worked out, and say so instead of guessing", () => {
    const inCredits = example({
      prices: {
        value: [{ per: "credit", leastMicros: 10_000, mostMicros: 10_000, applies: "" }],
        evidence: "ran",
        source: "here",
        checkedOn: TODAY,
      },
    });
    expect(costOfVolume(inCredits, USUAL_VOLUME)).toBeNull();
    expect(eligibilityOf(inCredits, Constraints.parse({ mostMicrosEach: 1 }), TODAY).reasons).toEqual([
      "What one output of Alpha costs cannot be worked out from how it is billed.",
    ]);
  });

  test("an entry with a value but no source is no fact", () => {
    const entry = example({ weights: { value: "open", evidence: "ran", source: "", checkedOn: TODAY } });
    expect(CatalogueEntry.safeParse(entry).success).toBe(false);
  });
});

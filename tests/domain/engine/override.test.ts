import fc from "fast-check";
import { expect, it } from "vitest";
import { FACT_KEYS, onRoute, type Region, ROUTE_FACTS } from "@/lib/domain/engine/catalogue-entry";
import { Constraints, eligibilityOf } from "@/lib/domain/engine/eligibility";
import { oddPrice } from "@/lib/domain/engine/entered-price";
import { asCatalogued, asHere, type FactOverride, OVERRIDABLE, systemView, viewOfRoute, withOverrides } from "@/lib/domain/engine/override";
import { anyEntry, anyRouteFacts, PLAIN } from "./entries";

const AT = "2026-11-22T03:00:00.000Z";
const TODAY = "2026-11-22";
const SAID = {
  licence: { fact: "licence", value: "By our contract" },
  commercialUse: { fact: "commercialUse", value: "yes" },
  residency: { fact: "residency", value: ["eu"] },
  watermark: { fact: "watermark", value: "none" },
  latency: { fact: "latency", value: { leastSeconds: 1, mostSeconds: 2 } },
  hidden: { fact: "hidden", value: true },
} as const satisfies { [Name in (typeof OVERRIDABLE)[number]]: { fact: Name; value: unknown } };

const says = (fact: (typeof OVERRIDABLE)[number], at = AT, engineId: string | null = null): FactOverride => {
  const said = SAID[fact];
  return {
    said: said.fact === "residency" ? { ...said, value: [...said.value] } : said,
    engineId,
    why: "Our contract says so.",
    by: "Lena",
    at,
  };
};

it("what a lead says stands in place of the catalogue's fact and of nothing else, and can be taken back", () => {
  fc.assert(
    fc.property(anyEntry, fc.uniqueArray(fc.constantFrom(...OVERRIDABLE)), (entry, facts) => {
      const known = withOverrides(
        entry,
        facts.map((fact) => says(fact)),
      );
      for (const key of FACT_KEYS) {
        const said = facts.find((fact) => fact === key);
        if (said === undefined) expect(known[key]).toEqual(entry[key]);
        else expect(known[key]).toMatchObject({ value: SAID[said].value, evidence: "workspace", checkedOn: TODAY });
      }
      const view = systemView(
        entry,
        facts.map((fact) => says(fact)),
        true,
        () => PLAIN,
      );
      for (const key of FACT_KEYS) expect(asCatalogued(view)[key]).toEqual(entry[key]);
    }),
    { numRuns: 40 },
  );
});

it("decides what is eligible, ages like every other fact, and what is hidden is not eligible for anything", () => {
  fc.assert(
    fc.property(anyEntry, (entry) => {
      const active = { ...entry, status: { state: "active" as const } };
      const asked = Constraints.parse({ regions: ["eu"], commercialUse: true, noWatermark: true });
      const facts = ["residency", "commercialUse", "watermark"] as const;
      const fresh = eligibilityOf(
        withOverrides(
          active,
          facts.map((fact) => says(fact)),
        ),
        asked,
        TODAY,
      );
      expect(fresh).toEqual({ isEligible: true, reasons: [], cautions: [] });
      const old = eligibilityOf(
        withOverrides(
          active,
          facts.map((fact) => says(fact, "2026-01-01T00:00:00.000Z")),
        ),
        asked,
        TODAY,
      );
      expect(old.cautions).toHaveLength(3);
      const hidden = eligibilityOf(
        systemView(active, [says("hidden")], true, () => PLAIN),
        Constraints.parse({}),
        TODAY,
      );
      expect(hidden.reasons).toEqual([`${entry.name} is not used in this workspace: Our contract says so.`]);
    }),
    { numRuns: 40 },
  );
});

it("what is said of one engine's route holds there and on no other, and goes before what is said of every route", () => {
  const facts = ["licence", "commercialUse", "residency", "watermark", "latency"] as const;
  fc.assert(
    fc.property(
      anyEntry,
      anyRouteFacts,
      anyRouteFacts,
      fc.subarray([...facts]),
      fc.subarray([...facts]),
      (entry, one, other, here, all) => {
        const routes = [
          { engineId: "one", modelId: "m", facts: one },
          { engineId: "other", modelId: "m", facts: other },
        ] as const;
        const route = { ...entry, routes };
        const overrides = [...all.map((fact) => says(fact)), ...here.map((fact) => ({ ...says(fact, AT, "one"), by: "Mia" }))];
        const view = systemView(route, overrides, true, () => PLAIN);
        const [first, second] = view.routes.map((route) => viewOfRoute(view, route));
        for (const key of ROUTE_FACTS) {
          const saidHere = here.some((fact) => fact === key);
          const saidOfAll = all.some((fact) => fact === key);
          expect(first?.[key].source.startsWith("Mia")).toBe(saidHere);
          expect(second?.[key].evidence === "workspace").toBe(saidOfAll || onRoute(route, routes[1])[key].evidence === "workspace");
          // What the page shows is what a run is decided by, and what the catalogue says stays to be read.
          const decided = asHere(route, routes[0], { overrides, isElsewhere: false, entered: null });
          expect(first?.[key]).toEqual(decided[key]);
          if (first && saidHere) expect(asCatalogued(first)[key]).toEqual(onRoute(route, routes[0])[key]);
        }
      },
    ),
    { numRuns: 40 },
  );
});

it("at an address of one's own outside the house nobody but the workspace knows where data is processed", () => {
  const [entry] = fc.sample(anyEntry, 1);
  if (!entry) throw new Error("no sample");
  const route = { engineId: "one", modelId: "m", facts: { residency: known<Region[]>(["us"]) } };
  const there = (overrides: readonly FactOverride[]) =>
    asHere(entry, route, { overrides, isElsewhere: true, entered: null }).residency.value;
  expect(there([])).toBeNull();
  expect(there([says("residency", AT, "one")])).toEqual(["eu"]);
});

it("a lead's price stands alone on its route, and one that looks like a slip of the hand is asked about", () => {
  const [entry] = fc.sample(anyEntry, 1);
  if (!entry) throw new Error("no sample");
  const listed = known([{ per: "image" as const, leastMicros: 40_000, mostMicros: 50_000, applies: "" }]);
  const route = { engineId: "one", modelId: "m", facts: { prices: listed } };
  const entered = { per: "image", micros: 30_000, by: "Lena", on: TODAY } as const;
  expect(asHere(entry, route, { overrides: [], isElsewhere: false, entered }).prices).toEqual({
    value: [{ per: "image", leastMicros: 30_000, mostMicros: 30_000, applies: "" }],
    evidence: "workspace",
    source: "entered by Lena",
    checkedOn: TODAY,
  });
  expect(oddPrice(30_000n, listed.value, "image")).toBeNull();
  expect(oddPrice(3_000_000n, listed.value, "image")).toBe(
    "This is more than 20 times what the catalogue knows ($0.040–$0.050). Check the decimal point.",
  );
  expect(oddPrice(1_000n, listed.value, "image")).toContain("less than a 20th");
  expect(oddPrice(1_000n, listed.value, "second")).toBeNull();
  expect(oddPrice(0n, null, "image")).toContain("no budget counts these runs");
});

const known = <Value>(value: Value) => ({ value, evidence: "article" as const, source: "an article", checkedOn: TODAY });

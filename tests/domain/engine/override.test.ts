import fc from "fast-check";
import { expect, it } from "vitest";
import { FACT_KEYS } from "@/lib/domain/engine/catalogue-entry";
import { Constraints, eligibilityOf } from "@/lib/domain/engine/eligibility";
import { asCatalogued, type FactOverride, OVERRIDABLE, systemView, withOverrides } from "@/lib/domain/engine/override";
import { anyEntry } from "./entries";

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

const says = (fact: (typeof OVERRIDABLE)[number], at = AT): FactOverride => {
  const said = SAID[fact];
  return { said: said.fact === "residency" ? { ...said, value: [...said.value] } : said, why: "Our contract says so.", by: "Lena", at };
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
      const hidden = eligibilityOf(systemView(active, [says("hidden")], true), Constraints.parse({}), TODAY);
      expect(hidden.reasons).toEqual([`${entry.name} is not used in this workspace: Our contract says so.`]);
    }),
    { numRuns: 40 },
  );
});

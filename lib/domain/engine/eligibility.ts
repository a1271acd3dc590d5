import { z } from "zod";
import { formatMicros } from "../money/micros";
import {
  CATEGORY_NAMES,
  type CatalogueEntry,
  Category,
  FACT_KEYS,
  FACT_NAMES,
  type FactName,
  Mode,
  REGION_NAMES,
  Region,
} from "./catalogue-entry";
import { isFirstHand, isStale } from "./fact";
import { hiddenSentence, type ListedEntry } from "./override";
import { costOfOne, USUAL_VOLUME, type Volume } from "./volume-cost";

/** What a lead asks of a system. Everything left out is not asked. */
export const Constraints = z.strictObject({
  category: Category.optional(),
  /** What goes in must include all of these. */
  modes: z.array(Mode).default([]),
  /** Data may be processed in these places only; empty = anywhere. */
  regions: z.array(Region).default([]),
  commercialUse: z.boolean().default(false),
  noWatermark: z.boolean().default(false),
  openWeights: z.boolean().default(false),
  /** Most one output may cost at the size asked for, in micro-dollars. */
  mostMicrosEach: z.int().min(0).optional(),
  /** Longest one is ready to wait for an output, in seconds. */
  mostSeconds: z.number().positive().optional(),
});
export type Constraints = z.infer<typeof Constraints>;

export interface Eligibility {
  readonly isEligible: boolean;
  /** Why not, a sentence each; empty when eligible. */
  readonly reasons: readonly string[];
  /** What to check before leaning on it: facts the answer rests on that are stale or weakly evidenced. */
  readonly cautions: readonly string[];
}

/** An entry whatever its routes. */
type FactsOf = Omit<CatalogueEntry, "routes">;

type Verdict = { readonly fact: FactName | null; readonly reason: string | null };

/**
 * Whether a system meets the constraints, and every reason why it does not. A fact we do not know never meets a
 * constraint: a promise about residency or licence cannot rest on hope.
 */
export function eligibilityOf(entry: ListedEntry, constraints: Constraints, today: string, volume: Volume = USUAL_VOLUME): Eligibility {
  const verdicts = [
    ...aboutStatus(entry),
    ...aboutCategory(entry, constraints),
    ...aboutRegions(entry, constraints),
    ...aboutTerms(entry, constraints),
    ...aboutPrice(entry, constraints, volume),
    ...aboutTime(entry, constraints),
  ];
  const reasons = verdicts.flatMap(({ reason }) => (reason === null ? [] : [reason]));
  const leansOn = new Set(verdicts.flatMap(({ fact }) => (fact === null ? [] : [fact])));
  return { isEligible: reasons.length === 0, reasons, cautions: reasons.length === 0 ? cautionsOf(entry, leansOn, today) : [] };
}

/** What to know of the price before leaning on it, in a sentence; null for one that is fresh and the provider's or the workspace's own. */
export function priceCaution(entry: FactsOf, today: string): string | null {
  return entry.prices.value === null ? null : (cautionsOf(entry, new Set<FactName>(["prices"]), today)[0] ?? null);
}

/** Names of the facts of an entry that are older than the limit. */
export function staleFacts(entry: FactsOf, today: string): readonly FactName[] {
  return FACT_KEYS.filter((key) => entry[key].value !== null && isStale(entry[key].checkedOn, today));
}

function aboutStatus({ name, status, overrides = [], hasAdapter = true }: ListedEntry): Verdict[] {
  const hidden = hiddenSentence(name, overrides);
  if (hidden !== null) return [no(null, hidden)];
  switch (status.state) {
    case "active":
      return hasAdapter ? [] : [no(null, `${name} cannot be run from here: the studio has no adapter for it yet.`)];
    case "import-only":
      return [no(null, `${name} cannot be run from here: ${status.why} Its files can be imported.`)];
    case "retired":
      return [no(null, `${name} ended on ${status.on}: ${status.why}`)];
    default:
      return status satisfies never;
  }
}

function aboutCategory(entry: FactsOf, { category, modes }: Constraints): Verdict[] {
  const verdicts: Verdict[] = [];
  if (category !== undefined && entry.category !== category)
    verdicts.push(no(null, `${entry.name} is listed under ${CATEGORY_NAMES[entry.category]}, not ${CATEGORY_NAMES[category]}.`));
  const missing = modes.filter((mode) => !entry.modes.includes(mode));
  if (missing.length > 0) verdicts.push(no(null, `${entry.name} does not take ${missing.join(", ")} as input.`));
  return verdicts;
}

function aboutRegions(entry: FactsOf, { regions }: Constraints): Verdict[] {
  if (regions.length === 0) return [];
  const where = entry.residency.value;
  if (where === null) return [no("residency", `Where ${entry.name} processes data is not known.`)];
  // Nobody is told which of several places a run goes to, so each of them must do. Open weights on own hardware stay where one
  // puts them, so that answers any region asked for.
  const inside = where.every((region) => regions.includes(region) || region === "own-hardware" || region === "this-machine");
  const places = where.map((region) => REGION_NAMES[region]).join(" or ");
  return [inside ? yes("residency") : no("residency", `${entry.name} processes data in ${places}.`)];
}

function aboutTerms(entry: FactsOf, asked: Constraints): Verdict[] {
  const verdicts: Verdict[] = [];
  if (asked.commercialUse) {
    const use = entry.commercialUse.value;
    if (use === null) verdicts.push(no("commercialUse", `Whether output of ${entry.name} may be used commercially is not known.`));
    else if (use === "no") verdicts.push(no("commercialUse", `Output of ${entry.name} may not be used commercially.`));
    else if (use === "paid-licence")
      verdicts.push(no("commercialUse", `Commercial use of ${entry.name} takes a paid licence from ${entry.maker}.`));
    else verdicts.push(yes("commercialUse"));
  }
  if (asked.noWatermark) {
    const mark = entry.watermark.value;
    if (mark === null) verdicts.push(no("watermark", `Whether ${entry.name} marks its output is not known.`));
    else if (mark === "visible" || mark === "invisible")
      verdicts.push(no("watermark", `${entry.name} puts ${mark === "visible" ? "a visible" : "an invisible"} watermark into its output.`));
    else verdicts.push(yes("watermark"));
  }
  if (asked.openWeights) {
    const weights = entry.weights.value;
    if (weights === null) verdicts.push(no("weights", `Whether the weights of ${entry.name} are open is not known.`));
    else verdicts.push(weights === "open" ? yes("weights") : no("weights", `The weights of ${entry.name} are closed.`));
  }
  return verdicts;
}

function aboutPrice(entry: FactsOf, { mostMicrosEach }: Constraints, volume: Volume): Verdict[] {
  if (mostMicrosEach === undefined) return [];
  if (entry.prices.value === null) return [no("prices", `The price of ${entry.name} is not known. A lead can enter it.`)];
  const one = costOfOne(entry, volume);
  if (one === null) return [no("prices", `What one output of ${entry.name} costs cannot be worked out from how it is billed.`)];
  return [
    one.leastMicros <= BigInt(mostMicrosEach)
      ? yes("prices")
      : no("prices", `${entry.name} costs at least ${formatMicros(one.leastMicros)} each, above ${formatMicros(BigInt(mostMicrosEach))}.`),
  ];
}

function aboutTime(entry: FactsOf, { mostSeconds }: Constraints): Verdict[] {
  if (mostSeconds === undefined) return [];
  const latency = entry.latency.value;
  if (latency === null) return [no("latency", `How long ${entry.name} takes is not known.`)];
  return [
    latency.leastSeconds <= mostSeconds
      ? yes("latency")
      : no("latency", `${entry.name} takes at least ${latency.leastSeconds} s, longer than ${mostSeconds} s.`),
  ];
}

function cautionsOf(entry: FactsOf, leansOn: ReadonlySet<FactName>, today: string): string[] {
  return [...leansOn].flatMap((key) => {
    const fact = entry[key];
    const name = FACT_NAMES[key];
    if (isStale(fact.checkedOn, today)) return [`${name} was last checked on ${fact.checkedOn}. Check it again.`];
    if (!isFirstHand(fact.evidence)) return [`${name} is not confirmed by the provider (${fact.source}).`];
    return [];
  });
}

const yes = (fact: FactName): Verdict => ({ fact, reason: null });
const no = (fact: FactName | null, reason: string): Verdict => ({ fact, reason });

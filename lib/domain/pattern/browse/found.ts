import { z } from "zod";
import { MicrosText } from "../../money/micros";
import { Id } from "../../wire";
import { LabelName } from "../view";
import type { PatternCard } from "./card";

/** What patterns are narrowed by; everything left out is not asked for. */
export const PatternFilter = z.strictObject({
  libraryId: Id.optional(),
  /** Words that all stand in name, purpose, shelf or tags, in any order; `#warm` and warm find the same tag. */
  text: z.string().max(200).optional(),
  label: LabelName.optional(),
  modelId: z.string().max(200).optional(),
  tag: z.string().max(40).optional(),
  /** Lower bound of the pass rate, 0–1: what is proven, not what was lucky. */
  passAtLeast: z.number().min(0).max(1).optional(),
  /** Cost of one accepted picture. */
  acceptedAtMost: MicrosText.optional(),
});
export type PatternFilter = z.infer<typeof PatternFilter>;

/** `shelf`: shelf by shelf as curators ordered them. `proven`: highest lower bound first. `cheapest`: by cost of an accepted picture. */
export const PatternSort = z.enum(["shelf", "proven", "cheapest", "newest", "name"]);
export type PatternSort = z.infer<typeof PatternSort>;

/** Lower bounds offered as filters. */
export const PASS_STEPS = [0.5, 0.7, 0.9] as const;
/** Costs of an accepted picture offered as filters: $0.01, $0.05, $0.20, $1. */
export const COST_STEPS = ["10000", "50000", "200000", "1000000"] as const;

/** How many patterns a choice would leave, with everything else as it is. */
export const PatternFacets = z.strictObject({
  /** What fits now. */
  found: z.int(),
  /** Everything there is on the shelves. */
  all: z.int(),
  labels: z.array(z.strictObject({ label: LabelName, count: z.int() })),
  models: z.array(z.strictObject({ modelId: z.string(), count: z.int() })),
  tags: z.array(z.strictObject({ tag: z.string(), count: z.int() })),
  passAtLeast: z.array(z.strictObject({ share: z.number(), count: z.int() })),
  acceptedAtMost: z.array(z.strictObject({ micros: MicrosText, count: z.int() })),
});
export type PatternFacets = z.infer<typeof PatternFacets>;

/** What of a card it is found and ordered by. */
export type Findable = Pick<
  PatternCard,
  "id" | "libraryId" | "libraryName" | "name" | "purpose" | "tags" | "labels" | "model" | "standing" | "createdAt"
>;

type Test = (pattern: Findable) => boolean;

/** Each part of a filter as a test of its own, so that a choice can be counted without itself. */
function testsOf(filter: PatternFilter): Readonly<Record<keyof PatternFilter, Test>> {
  const { libraryId, label, modelId, tag, passAtLeast, acceptedAtMost } = filter;
  const said = wordsOf(filter.text ?? "");
  return {
    libraryId: (pattern) => libraryId === undefined || pattern.libraryId === libraryId,
    text: (pattern) => saysAll(pattern, said),
    label: ({ labels }) => label === undefined || labels[label] !== undefined,
    modelId: ({ model }) => modelId === undefined || model.modelId === modelId,
    tag: ({ tags }) => tag === undefined || tags.includes(tag),
    passAtLeast: (pattern) => passAtLeast === undefined || isProven(pattern, passAtLeast),
    acceptedAtMost: (pattern) => acceptedAtMost === undefined || isAsCheap(pattern, BigInt(acceptedAtMost)),
  };
}

export const wordsOf = (text: string): readonly string[] => text.toLocaleLowerCase("en").split(/\s+/).filter(Boolean);

/** Whether every word stands in what a pattern is called, is for, is tagged with, or in the name of its shelf. */
export function saysAll(
  { name, purpose, tags, libraryName }: Pick<Findable, "name" | "purpose" | "tags" | "libraryName">,
  words: readonly string[],
): boolean {
  if (words.length === 0) return true;
  const said = `${name} ${purpose} ${libraryName} ${tags.map((tag) => `#${tag}`).join(" ")}`.toLocaleLowerCase("en");
  return words.every((word) => said.includes(word));
}

/** What is stale proves nothing of today. */
const isProven = ({ standing }: Findable, atLeast: number) =>
  standing !== null && !standing.stale && standing.rate !== null && standing.rate.low >= atLeast;

const isAsCheap = ({ standing }: Findable, atMost: bigint) =>
  standing !== null && !standing.stale && standing.acceptedMicros !== null && BigInt(standing.acceptedMicros) <= atMost;

/** Those that fit, as they came. */
export function findPatterns<Pattern extends Findable>(patterns: readonly Pattern[], filter: PatternFilter): readonly Pattern[] {
  const tests = Object.values(testsOf(filter));
  return patterns.filter((pattern) => tests.every((test) => test(pattern)));
}

/** Counts what each choice would leave. A model or tag nobody has is not offered, unless it is the one chosen. */
export function facetsOf(patterns: readonly Findable[], filter: PatternFilter): PatternFacets {
  const tests = testsOf(filter);
  const without = (part: keyof PatternFilter) => {
    const others = Object.entries(tests).flatMap(([name, test]) => (name === part ? [] : [test]));
    return patterns.filter((pattern) => others.every((test) => test(pattern)));
  };
  const [label, pass, cost] = [without("label"), without("passAtLeast"), without("acceptedAtMost")];
  return {
    found: findPatterns(patterns, filter).length,
    all: patterns.length,
    labels: LabelName.options.map((name) => ({ label: name, count: label.filter(({ labels }) => labels[name] !== undefined).length })),
    models: counted(
      without("modelId").map(({ model }) => model.modelId),
      filter.modelId,
    ).map(([modelId, count]) => ({ modelId, count })),
    tags: counted(
      without("tag").flatMap(({ tags }) => tags),
      filter.tag,
    ).map(([tag, count]) => ({ tag, count })),
    passAtLeast: PASS_STEPS.map((share) => ({ share, count: pass.filter((pattern) => isProven(pattern, share)).length })),
    acceptedAtMost: COST_STEPS.map((micros) => ({ micros, count: cost.filter((pattern) => isAsCheap(pattern, BigInt(micros))).length })),
  };
}

/** The commonest first. */
function counted(names: readonly string[], chosen: string | undefined): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>(chosen === undefined ? [] : [[chosen, 0]]);
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([one, more], [other, less]) => less - more || one.localeCompare(other));
}

/** In the order asked for. They come in shelf order, which also decides between equals. */
export function sortPatterns<Pattern extends Findable>(patterns: readonly Pattern[], sort: PatternSort): readonly Pattern[] {
  switch (sort) {
    case "shelf":
      return patterns;
    case "proven":
      return [...patterns].sort((one, other) => provenShare(other) - provenShare(one));
    case "cheapest":
      return [...patterns].sort((one, other) => acceptedPrice(one) - acceptedPrice(other));
    case "newest":
      return [...patterns].sort((one, other) => (one.createdAt < other.createdAt ? 1 : one.createdAt > other.createdAt ? -1 : 0));
    case "name":
      return [...patterns].sort((one, other) => one.name.localeCompare(other.name, "en"));
    default:
      return sort satisfies never;
  }
}

/** What was never judged comes behind what never passed, what is stale behind both. */
function provenShare({ standing }: Findable): number {
  if (standing === null || standing.rate === null) return -1;
  return standing.stale ? -2 + standing.rate.low : standing.rate.low;
}

/** For the order only: what has no price, or one of yesterday's model, comes last. */
function acceptedPrice({ standing }: Findable): number {
  if (standing === null || standing.acceptedMicros === null || standing.stale) return Number.MAX_SAFE_INTEGER;
  return Number(standing.acceptedMicros);
}

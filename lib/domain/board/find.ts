import type { PromptView } from "../prompt/view";
import type { RunView, VariantView } from "../run/view";
import { matches } from "../search/matches";
import type { Query, Row, What } from "../search/query";
import type { NoteView } from "./note";
import { type SectionView, sectionsAround } from "./section";

/** What stands out of a board: prompts, and variants of them. Everything else steps back. */
export interface Lit {
  readonly prompts: ReadonlySet<string>;
  readonly variants: ReadonlySet<string>;
}

/** What stands on a board beside its prompts, by prompt: the names of its sections, the words of notes. */
export type SaidAround = ReadonlyMap<string, string>;

/** By prompt, the names of the sections it is in and what the notes on it and on them say. */
export function saidAround(
  prompts: readonly PromptView[],
  sections: readonly Pick<SectionView, "id" | "promptIds" | "name">[],
  notes: readonly Pick<NoteView, "promptId" | "sectionId" | "text">[],
): SaidAround {
  if (sections.length === 0 && notes.length === 0) return new Map();
  const words = new Map<string, string>(sections.map(({ id, name }) => [id, name]));
  for (const { promptId, sectionId, text } of notes) {
    const on = promptId ?? sectionId ?? "";
    words.set(on, [words.get(on) ?? "", text].join("\n"));
  }
  const around = sectionsAround(prompts, sections);
  return new Map(prompts.map(({ id }) => [id, [id, ...(around.get(id) ?? [])].map((on) => words.get(on) ?? "").join("\n")]));
}

/**
 * What a search finds on a board. A prompt is found with any of its variants; one that has none, by what it says itself.
 * What stands around a prompt counts as its words.
 */
export function findOnBoard(prompts: readonly PromptView[], query: Query, said: SaidAround = new Map()): Lit {
  const found = { prompts: new Set<string>(), variants: new Set<string>() };
  for (const prompt of prompts) {
    const runs = new Map(prompt.runs.map((run) => [run.id, run]));
    for (const variant of prompt.variants) {
      if (matches(query, variantRow(prompt, variant, runs.get(variant.runId), said))) found.variants.add(variant.id);
    }
    const isFound =
      prompt.variants.length === 0 ? matches(query, promptRow(prompt, said)) : prompt.variants.some(({ id }) => found.variants.has(id));
    if (isFound) found.prompts.add(prompt.id);
  }
  return found;
}

function promptRow({ id, recipe, pattern, author, createdAt }: PromptView, said: SaidAround): Row {
  return {
    words: [recipe.text, recipe.negative, pattern?.name ?? "", said.get(id) ?? ""].join("\n"),
    engine: `${recipe.model.engineId} ${recipe.model.modelId}`,
    by: author,
    flag: "none",
    rating: 0,
    colour: "none",
    costMicros: 0n,
    madeAt: Date.parse(createdAt),
    is: new Set<What>([recipe.controls.quality]),
  };
}

function variantRow(prompt: PromptView, variant: VariantView, run: RunView | undefined, said: SaidAround): Row {
  const row = promptRow(prompt, said);
  return {
    ...row,
    engine: run ? `${run.engineId} ${run.modelId}` : row.engine,
    by: run?.requestedBy ?? row.by,
    flag: variant.flag,
    rating: variant.rating,
    colour: variant.colour,
    costMicros: run ? BigInt(run.actualMicros ?? run.quoteMicros) / BigInt(Math.max(1, run.count)) : 0n,
    madeAt: Date.parse(variant.createdAt),
    is: new Set<What>([variant.video ? "video" : "image", variant.quality, "output"]),
  };
}

/** Where a prompt came from and what came of it: its ancestors, itself and everything below it. */
export function pathThrough(prompts: readonly PromptView[], promptId: string): Lit {
  const below = new Set([promptId]);
  // Parents come before their children.
  for (const { id, parentId } of prompts) if (parentId !== null && below.has(parentId)) below.add(id);
  const path = new Set([...withAncestors(prompts, [promptId]), ...below]);
  return {
    prompts: path,
    variants: new Set(prompts.filter(({ id }) => path.has(id)).flatMap(({ variants }) => variants.map(({ id }) => id))),
  };
}

/** These prompts and what they came from, so that a part of a board still shows how it hangs together. */
export function withAncestors(prompts: readonly PromptView[], ids: Iterable<string>): ReadonlySet<string> {
  const parents = new Map(prompts.map(({ id, parentId }) => [id, parentId]));
  const kept = new Set<string>();
  for (const id of ids) {
    for (let at: string | null = id; at !== null && !kept.has(at); at = parents.get(at) ?? null) kept.add(at);
  }
  return kept;
}

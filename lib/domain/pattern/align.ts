import { alignWords } from "../prompt/words";
import { commonest } from "./commonest";

/** A stretch of several texts at the same place: the same words in all of them, or each its own (empty where it has none). */
export type Stretch =
  | { readonly kind: "shared"; readonly text: string }
  /** One text a source, in their order. */
  | { readonly kind: "differs"; readonly texts: readonly string[] };

/**
 * Lays texts side by side, word by word. A word is shared when every text has it at the same place in the order of the
 * first; between shared words each text says its own. Null when a text is too long to compare.
 */
export function alignTexts(texts: readonly string[]): readonly Stretch[] | null {
  const [first = "", ...others] = texts;
  const spine = wordsOf(first);
  /** Per other text: where each word of the spine stands in it. */
  const places: Map<number, number>[] = [];
  for (const other of others) {
    const changes = alignWords(first, other);
    if (changes === null) return null;
    places.push(placesIn(changes));
  }
  const words = texts.map(wordsOf);
  const shared = spine.map((_, at) => at).filter((at) => places.every((place) => place.has(at)));
  const placeOf = (source: number, at: number) => (source === 0 ? at : (places[source - 1]?.get(at) ?? 0));
  const stretches: Stretch[] = [];
  const from = texts.map(() => 0);
  const between = (to: readonly number[]) => {
    const parts = words.map((all, source) => all.slice(from[source], to[source]).join(" "));
    if (parts.some((part) => part !== "")) stretches.push(...phrases(parts).map((texts): Stretch => ({ kind: "differs", texts })));
  };
  for (const at of shared) {
    const here = texts.map((_, source) => placeOf(source, at));
    between(here);
    const last = stretches.at(-1);
    const word = commonest(here.map((place, source) => words[source]?.[place] ?? ""));
    if (last?.kind === "shared") stretches[stretches.length - 1] = { kind: "shared", text: `${last.text} ${word}` };
    else stretches.push({ kind: "shared", text: word });
    for (const [source, place] of here.entries()) from[source] = place + 1;
  }
  between(words.map(({ length }) => length));
  return stretches;
}

/** "at dawn, ink" and "at dusk, gouache" differ in two things: a stretch is divided at its commas where every text has as many. */
function phrases(texts: readonly string[]): readonly (readonly string[])[] {
  const divided = texts.map((text) => text.split(/(?<=,)\s+/u));
  const count = divided[0]?.length ?? 1;
  if (count === 1 || divided.some((parts) => parts.length !== count)) return [texts];
  return Array.from({ length: count }, (_, part) => divided.map((parts) => parts[part] ?? ""));
}

const wordsOf = (text: string) => text.split(/\s+/).filter((word) => word !== "");

function placesIn(changes: NonNullable<ReturnType<typeof alignWords>>): Map<number, number> {
  const places = new Map<number, number>();
  let [before, after] = [0, 0];
  for (const { kind } of changes) {
    if (kind === "same") places.set(before, after);
    if (kind !== "added") before += 1;
    if (kind !== "removed") after += 1;
  }
  return places;
}

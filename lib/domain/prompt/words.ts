import { diffArrays } from "diff";

/** A stretch of words kept, added or removed between two texts. */
export interface WordChange {
  readonly kind: "same" | "added" | "removed";
  readonly text: string;
}

/** With more words gone and come than these, nothing is gained by an exact comparison, which would take their square in steps. */
const MAX_CHANGED = 2_000;

const wordsOf = (text: string) => text.split(/\s+/).filter((word) => word !== "");
const bare = (word: string) => word.toLowerCase().replace(/[,.;:]+$/u, "");

/**
 * Word-by-word difference of two prompts, the shortest there is (Myers). Case and trailing punctuation do not count:
 * an operator reads "sea," and "sea" as the same word. A stretch of changes is given as what went, then what came; "a" or "with"
 * alone between two changes belongs to them, so that phrases stay whole.
 */
export function compareWords(before: string, after: string): readonly WordChange[] {
  const words = alignWords(before, after);
  return words === null ? (before === after ? [same(after)] : [removed(before), added(after)]) : joined(words);
}

/** The same word by word, each with its own spelling in the new text where it stayed; null for texts too different to compare. */
export function alignWords(before: string, after: string): readonly WordChange[] | null {
  const left = wordsOf(before);
  const right = wordsOf(after);
  const found = diffArrays(left.map(bare), right.map(bare), { maxEditLength: MAX_CHANGED });
  if (found === undefined) return null;
  const changes: WordChange[] = [];
  let [i, j] = [0, 0];
  for (const change of found) {
    const { count } = change;
    if (change.removed) changes.push(...left.slice(i, i + count).map(removed));
    else changes.push(...right.slice(j, j + count).map(change.added ? added : same));
    if (!change.added) i += count;
    if (!change.removed) j += count;
  }
  return changes;
}

const same = (text: string): WordChange => ({ kind: "same", text });
const added = (text: string): WordChange => ({ kind: "added", text });
const removed = (text: string): WordChange => ({ kind: "removed", text });

/** Words that say nothing by themselves. */
const LINKING = new Set("a an the and or of on in at by to with without from for into over under near as is its his her their".split(" "));
const isLinking = (word: string) => LINKING.has(bare(word));

/** Neighbouring words that stayed, or that changed: those before on the left, those after on the right. */
interface Stretch {
  readonly isSame: boolean;
  readonly left: string[];
  readonly right: string[];
}

function together(parts: readonly Stretch[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (const { isSame, left, right } of parts) {
    const last = stretches.at(-1);
    if (last?.isSame === isSame) {
      last.left.push(...left);
      last.right.push(...right);
    } else stretches.push({ isSame, left: [...left], right: [...right] });
  }
  return stretches;
}

function joined(changes: readonly WordChange[]): readonly WordChange[] {
  const stretches = together(
    changes.map(({ kind, text }) => ({
      isSame: kind === "same",
      left: kind === "added" ? [] : [text],
      right: kind === "removed" ? [] : [text],
    })),
  );
  const whole = stretches.map((stretch, at) => {
    const isBetween = at > 0 && at < stretches.length - 1;
    return isBetween && stretch.right.every(isLinking) ? { ...stretch, isSame: false } : stretch;
  });
  return together(whole).flatMap(({ isSame, left, right }) => {
    if (isSame) return [same(right.join(" "))];
    return [...(left.length > 0 ? [removed(left.join(" "))] : []), ...(right.length > 0 ? [added(right.join(" "))] : [])];
  });
}

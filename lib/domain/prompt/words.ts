/** A stretch of words kept, added or removed between two texts. */
export interface WordChange {
  readonly kind: "same" | "added" | "removed";
  readonly text: string;
}

/** Beyond this many words a side the exact comparison (quadratic) gives way to "all removed, all added". */
const MAX_WORDS = 3_000;

const wordsOf = (text: string) => text.split(/\s+/).filter((word) => word !== "");
const bare = (word: string) => word.toLowerCase().replace(/[,.;:]+$/u, "");

/**
 * Word-by-word difference of two prompts by longest common subsequence. Case and trailing punctuation do not count:
 * an operator reads "sea," and "sea" as the same word. A stretch of changes is given as what went, then what came; "a" or "with"
 * alone between two changes belongs to them, so that phrases stay whole.
 */
export function compareWords(before: string, after: string): readonly WordChange[] {
  const words = alignWords(before, after);
  return words === null ? (before === after ? [same(after)] : [removed(before), added(after)]) : joined(words);
}

/** The same word by word, each with its own spelling in the new text where it stayed; null for texts too long to compare. */
export function alignWords(before: string, after: string): readonly WordChange[] | null {
  const left = wordsOf(before);
  const right = wordsOf(after);
  if (left.length > MAX_WORDS || right.length > MAX_WORDS) return null;
  const width = right.length + 1;
  const lengths = new Uint16Array((left.length + 1) * width);
  const keysLeft = left.map(bare);
  const keysRight = right.map(bare);
  for (let i = left.length - 1; i >= 0; i -= 1)
    for (let j = right.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] =
        keysLeft[i] === keysRight[j]
          ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
  const changes: WordChange[] = [];
  let [i, j] = [0, 0];
  while (i < left.length || j < right.length) {
    if (i < left.length && j < right.length && keysLeft[i] === keysRight[j]) {
      changes.push(same(right[j] ?? ""));
      i += 1;
      j += 1;
    } else if (i < left.length && (j >= right.length || (lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0))) {
      changes.push(removed(left[i] ?? ""));
      i += 1;
    } else {
      changes.push(added(right[j] ?? ""));
      j += 1;
    }
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

import { wordingOf } from "@/lib/domain/grid/wording";
import { weighedIn } from "@/lib/domain/prompt/weights";

/** A stretch of a prompt as it is drawn behind the words. */
export interface Mark {
  readonly text: string;
  readonly kind: "words" | "variable" | "alternatives" | "mistake" | "weight";
}

/** The whole text in stretches, in order: together they are the text again. */
export function marksOf(text: string, hasWeights = false): readonly Mark[] {
  const wording = wordingOf(text);
  if (wording.kind === "mistake") {
    const { at, length } = wording.mistake;
    return stretches(text, [{ at, length, kind: "mistake" }]);
  }
  const pieces = wording.pieces.flatMap(({ kind, at, length }) => (kind === "words" ? [] : [{ kind, at, length }]));
  const edges = hasWeights ? edgesOfWeights(text).filter((edge) => !pieces.some((piece) => overlap(piece, edge))) : [];
  return stretches(
    text,
    [...pieces, ...edges].sort((a, b) => a.at - b.at),
  );
}

/** A weight is marked by its bracket and its number: what stands between may be marked for what it is. */
function edgesOfWeights(text: string): readonly Stretch[] {
  return weighedIn(text).flatMap(({ at, length }): Stretch[] => {
    const colon = text.lastIndexOf(":", at + length);
    return [
      { at, length: 1, kind: "weight" },
      { at: colon, length: at + length - colon, kind: "weight" },
    ];
  });
}

const overlap = (one: Stretch, other: Stretch) => one.at < other.at + other.length && other.at < one.at + one.length;

/** What is wrong with the wording, as a sentence, or null. */
export function mistakeIn(text: string): string | null {
  const wording = wordingOf(text);
  return wording.kind === "mistake" ? wording.mistake.sentence : null;
}

interface Stretch {
  readonly at: number;
  readonly length: number;
  readonly kind: Mark["kind"];
}

function stretches(text: string, marked: readonly Stretch[]): readonly Mark[] {
  let end = 0;
  const marks = marked.flatMap(({ at, length, kind }): Mark[] => {
    const before = text.slice(end, at);
    end = at + length;
    return [
      { text: before, kind: "words" },
      { text: text.slice(at, end), kind },
    ];
  });
  return [...marks, { text: text.slice(end), kind: "words" as const }].filter((mark) => mark.text !== "");
}

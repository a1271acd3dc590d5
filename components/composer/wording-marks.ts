import { wordingOf } from "@/lib/domain/grid/wording";

/** A stretch of a prompt as it is drawn behind the words. */
export interface Mark {
  readonly text: string;
  readonly kind: "words" | "variable" | "alternatives" | "mistake";
}

/** The whole text in stretches, in order: together they are the text again. */
export function marksOf(text: string): readonly Mark[] {
  const wording = wordingOf(text);
  if (wording.kind === "mistake") {
    const { at, length } = wording.mistake;
    return stretches(text, [{ at, length, kind: "mistake" }]);
  }
  return stretches(
    text,
    wording.pieces.flatMap(({ kind, at, length }) => (kind === "words" ? [] : [{ kind, at, length }])),
  );
}

/** What is wrong with the wording, as a sentence, or null. */
export function mistakeIn(text: string): string | null {
  const wording = wordingOf(text);
  return wording.kind === "mistake" ? wording.mistake.sentence : null;
}

function stretches(text: string, marked: readonly { at: number; length: number; kind: Mark["kind"] }[]): readonly Mark[] {
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

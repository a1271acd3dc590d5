/** A stretch of a prompt: words as they are, a `{variable}`, or `[alternatives|side by side]`. Places are characters from the start. */
export type Piece =
  | { readonly kind: "words"; readonly text: string; readonly at: number; readonly length: number }
  | { readonly kind: "variable"; readonly name: string; readonly at: number; readonly length: number }
  | { readonly kind: "alternatives"; readonly options: readonly string[]; readonly at: number; readonly length: number };

export interface WordingMistake {
  readonly sentence: string;
  readonly at: number;
  readonly length: number;
}

export type Wording =
  | { readonly kind: "pieces"; readonly pieces: readonly Piece[] }
  | { readonly kind: "mistake"; readonly mistake: WordingMistake };

const VARIABLE = /^\{([a-z][a-z0-9_]{0,39})\}/;
const ESCAPED = "[]|{}\\";

/**
 * Reads a prompt with alternatives and variables. `[a|b|]` offers a, b or nothing; `[word]` without a bar and braces that
 * name no variable are words as they are, because other studios' prompts are full of them. A backslash before one of
 * `[ ] | { } \` takes it for what it is. Alternatives within alternatives and a bracket that is opened with a bar in it
 * and never closed are mistakes. Variables may stand inside alternatives, and are then part of the option's words.
 */
export function wordingOf(text: string): Wording {
  const pieces: Piece[] = [];
  let words = "";
  let wordsAt = 0;
  let at = 0;
  const flush = () => {
    if (words !== "") pieces.push({ kind: "words", text: words, at: wordsAt, length: at - wordsAt });
    words = "";
  };
  const put = (piece: Piece) => {
    flush();
    pieces.push(piece);
    at += piece.length;
    wordsAt = at;
  };
  while (at < text.length) {
    const character = text.charAt(at);
    if (character === "\\" && ESCAPED.includes(text.charAt(at + 1)) && at + 1 < text.length) {
      words += text.charAt(at + 1);
      at += 2;
      continue;
    }
    if (character === "{") {
      const name = VARIABLE.exec(text.slice(at, at + 42))?.[1];
      if (name !== undefined) {
        put({ kind: "variable", name, at, length: name.length + 2 });
        continue;
      }
    }
    if (character === "[") {
      const bracket = bracketAt(text, at);
      if (bracket.kind === "mistake") return bracket;
      if (bracket.options.length > 1) {
        put({ kind: "alternatives", options: bracket.options, at, length: bracket.length });
        continue;
      }
    }
    words += character;
    at += 1;
  }
  flush();
  return { kind: "pieces", pieces };
}

type Bracket =
  | { readonly kind: "options"; readonly options: readonly string[]; readonly length: number }
  | Extract<Wording, { kind: "mistake" }>;

/** What a bracket holds; fewer than two options = it is no alternatives, but words. */
function bracketAt(text: string, start: number): Bracket {
  const options = [""];
  const add = (character: string) => options.push((options.pop() ?? "") + character);
  for (let at = start + 1; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === "\\" && at + 1 < text.length && ESCAPED.includes(text.charAt(at + 1))) {
      at += 1;
      add(text.charAt(at));
    } else if (character === "|") options.push("");
    else if (character === "]") return { kind: "options", options: options.map((option) => option.trim()), length: at + 1 - start };
    else if (character === "[") {
      if (options.length === 1) return { kind: "options", options, length: at - start };
      return mistake("Alternatives cannot stand inside alternatives. Write \\[ for a bracket that is meant as it is.", at, 1);
    } else add(character);
  }
  if (options.length === 1) return { kind: "options", options, length: 1 };
  return mistake("These alternatives are not closed with ].", start, 1);
}

function mistake(sentence: string, at: number, length: number): Extract<Wording, { kind: "mistake" }> {
  return { kind: "mistake", mistake: { sentence, at, length } };
}

/** Writes words so that `wordingOf` reads them back as they are. */
export function asWords(text: string): string {
  return text.replace(/[[\]|{}\\]/g, (character) => `\\${character}`);
}

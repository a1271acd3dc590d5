/** A piece of a search, with where it stands in what was typed. */
export type Token =
  | { readonly kind: "(" | ")" | "or" | "and" | "not"; readonly at: number; readonly length: number }
  | { readonly kind: "word"; readonly text: string; readonly at: number; readonly length: number }
  | { readonly kind: "field"; readonly name: string; readonly value: string; readonly at: number; readonly length: number };

const OPERATORS: ReadonlyMap<string, "or" | "and" | "not"> = new Map([
  ["OR", "or"],
  ["AND", "and"],
  ["NOT", "not"],
]);

// Sticky, and each branch starts with another character: the time is linear in what was typed.
const SPACE = /\s+/y;
const FIELD = /([A-Za-z]{1,20}):(?:"([^"]*)"|([^\s()"]*))/y;
const QUOTED = /"([^"]*)"/y;
const WORD = /[^\s()"]+/y;

/**
 * Splits what was typed. AND, OR and NOT are operators in capitals only, so that "salt and pepper" are words; `-word` is
 * NOT. A quotation mark that nothing closes is the beginning of a quotation up to the end: people are still typing.
 */
export function tokensOf(typed: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const take = (pattern: RegExp) => {
    pattern.lastIndex = at;
    return pattern.exec(typed);
  };
  while (at < typed.length) {
    const [space] = take(SPACE) ?? [""];
    at += space.length;
    const first = typed[at];
    if (first === undefined) break;
    if (first === "(" || first === ")") tokens.push({ kind: first, at, length: 1 });
    else if (first === "-" && /\S/.test(typed[at + 1] ?? "")) tokens.push({ kind: "not", at, length: 1 });
    else tokens.push(longToken());
    at += tokens.at(-1)?.length ?? 1;
  }
  return tokens;

  function longToken(): Token {
    const field = take(FIELD);
    if (field)
      return { kind: "field", name: field[1]?.toLowerCase() ?? "", value: field[2] ?? field[3] ?? "", at, length: field[0].length };
    const quoted = take(QUOTED);
    if (quoted) return { kind: "word", text: quoted[1] ?? "", at, length: quoted[0].length };
    if (typed[at] === '"') return { kind: "word", text: typed.slice(at + 1), at, length: typed.length - at };
    const [word] = take(WORD) ?? [typed.slice(at, at + 1)];
    const operator = OPERATORS.get(word);
    return operator ? { kind: operator, at, length: word.length } : { kind: "word", text: word, at, length: word.length };
  }
}

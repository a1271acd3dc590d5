/** Where a comma, a semicolon or a line ends a clause; not within brackets. */
export function clausesOf(text: string): readonly string[] {
  const clauses = [""];
  let depth = 0;
  for (const character of text) {
    if ("([{".includes(character)) depth += 1;
    if (")]}".includes(character)) depth = Math.max(0, depth - 1);
    if (depth === 0 && /[,;\n，、]/u.test(character)) clauses.push("");
    else clauses.push((clauses.pop() ?? "") + character);
  }
  return clauses.map(tidied).filter((clause) => clause !== "");
}

/** One space between words, none before a stop. */
export const tidied = (text: string): string =>
  text
    .replace(/\s+/gu, " ")
    .replace(/ +([,.;:!?])/gu, "$1")
    .trim();

/** Written as sentences: their order is the writer's, and nothing in them is moved. */
export const isProse = (text: string): boolean => /[\p{L}\p{N}\])}"”][.!?…]\s+\S/u.test(text);

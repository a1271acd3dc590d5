export const MAX_TITLE_LENGTH = 120;

/** `--slow=2`, `--refuse`: told to the engine, not shown in the picture. */
const OPTION = /(?:^|\s)--[a-z]+(?:=\S*)?(?=\s|$)/gi;

/**
 * What a prompt is called where there is one line for it: its first line with words in it, without options for the engine
 * (unless it has nothing else), cut at a word where it is long.
 */
export function titleOf(text: string, longest = MAX_TITLE_LENGTH): string {
  const lineOf = (words: string) => words.split("\n").find((candidate) => candidate.trim() !== "");
  const line = lineOf(text.replace(OPTION, "")) ?? lineOf(text) ?? "";
  const letters = [...line.trim()];
  if (letters.length <= longest) return letters.join("");
  const cut = letters.slice(0, longest - 1).join("");
  return `${cut.replace(/\s+\S{0,30}$/u, "")}…`;
}

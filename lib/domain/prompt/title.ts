export const MAX_TITLE_LENGTH = 120;

/** What a prompt is called where there is one line for it: its first line with words in it, cut at a word where it is long. */
export function titleOf(text: string, longest = MAX_TITLE_LENGTH): string {
  const line = text.split("\n").find((candidate) => candidate.trim() !== "") ?? "";
  const letters = [...line.trim()];
  if (letters.length <= longest) return letters.join("");
  const cut = letters.slice(0, longest - 1).join("");
  return `${cut.replace(/\s+\S{0,30}$/u, "")}…`;
}

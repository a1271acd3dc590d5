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

const ELLIPSIS = "… ";

/**
 * What a branch is called beside its parent and siblings: where the whole title fits `fits` letters, the title; otherwise it begins near
 * the first word that differs from the parent, "… stormy sea at dusk, gouache". As much of what comes before as fits stands before it.
 */
export function branchTitle(parent: string, text: string, fits: number): string {
  const title = titleOf(text, Number.MAX_SAFE_INTEGER);
  const words = title.match(/\S+\s*/g) ?? [];
  const before = titleOf(parent, Number.MAX_SAFE_INTEGER).match(/\S+\s*/g) ?? [];
  const isSame = (at: number) => words[at]?.trim() === before[at]?.trim();
  const differs = words.findIndex((_, at) => !isSame(at));
  if (title.length <= fits || differs <= 0) return title;
  let start = words.length;
  let length = ELLIPSIS.length;
  // From the end backwards: the difference is in it whatever its length, and what is the same fills what room is left.
  while (start > 0 && (start > differs || length + (words[start - 1]?.length ?? 0) <= fits)) {
    start -= 1;
    length += words[start]?.length ?? 0;
  }
  return start === 0 ? title : `${ELLIPSIS}${words.slice(start).join("")}`;
}

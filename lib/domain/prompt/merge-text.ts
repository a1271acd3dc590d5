import { alignWords } from "./words";

export interface MergedText {
  readonly text: string;
  /** Both changed the same words: mine stayed. */
  readonly collides: boolean;
}

/** Words `start` to `end` of the text both came from (end not included) give way to these. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly words: readonly string[];
}

/**
 * What became of a text that two changed, by word: both changes where they touch different words, mine where they touch the
 * same. Where only one side changed anything, that side's text is kept to the letter.
 */
export function mergeText(base: string, mine: string, theirs: string): MergedText {
  if (mine === base || mine === theirs) return { text: theirs, collides: false };
  if (theirs === base) return { text: mine, collides: false };
  const [my, their] = [sideOf(base, mine), sideOf(base, theirs)];
  if (my === null || their === null) return { text: mine, collides: true };
  const words = base
    .split(/\s+/)
    .filter((word) => word !== "")
    .map((word, at) => [my.spelt.get(at), their.spelt.get(at)].find((spelling) => spelling !== undefined && spelling !== word) ?? word);
  const taken = their.edits.filter((edit) => !my.edits.some((own) => overlaps(own, edit)));
  const merged: string[] = [];
  let at = 0;
  // At one place what was added stands before what replaces the words there; of two additions theirs is first, mine was made to it.
  const stopped = [...taken.map((edit) => stoppedAs(edit, my.spelt)), ...my.edits.map((edit) => stoppedAs(edit, their.spelt))];
  for (const edit of stopped.sort((one, other) => one.start - other.start || one.end - other.end)) {
    merged.push(...words.slice(at, edit.start), ...edit.words);
    at = Math.max(at, edit.end);
  }
  merged.push(...words.slice(at));
  const text = merged.join(" ");
  const endsOpen = [mine, theirs].some((side) => OPEN_END.test(side));
  return { text: endsOpen ? text : text.replace(OPEN_END, ""), collides: taken.length < their.edits.length };
}

/** The comma the other side put after words that give way here stands after those that came. */
function stoppedAs(edit: Edit, spelt: ReadonlyMap<number, string>): Edit {
  const stop = /[,.;:]+$/u.exec(spelt.get(edit.end - 1) ?? "")?.[0];
  const last = edit.words.at(-1);
  if (edit.end === edit.start || stop === undefined || last === undefined || /[,.;:]$/u.test(last)) return edit;
  return { ...edit, words: [...edit.words.slice(0, -1), last + stop] };
}

/** A comma that waits for a word. */
const OPEN_END = /[,;:]\s*$/u;

/** How a text differs from its base: what was changed where, and how the words that stayed are written now. */
function sideOf(base: string, text: string): { readonly edits: readonly Edit[]; readonly spelt: ReadonlyMap<number, string> } | null {
  const changes = alignWords(base, text);
  if (changes === null) return null;
  const edits: Edit[] = [];
  const spelt = new Map<number, string>();
  let at = 0;
  for (const { kind, text: word } of changes) {
    if (kind === "same") {
      spelt.set(at, word);
      at += 1;
      continue;
    }
    const last = edits.at(-1);
    const [end, words] = kind === "removed" ? [at + 1, []] : [at, [word]];
    if (last?.end === at) edits[edits.length - 1] = { start: last.start, end, words: [...last.words, ...words] };
    else edits.push({ start: at, end, words });
    at = end;
  }
  return { edits, spelt };
}

/** Two edits of the same words, or one in the midst of the other's. Additions at the edge of a change stand beside it. */
function overlaps(one: Edit, other: Edit): boolean {
  return one.start < other.end && other.start < one.end;
}

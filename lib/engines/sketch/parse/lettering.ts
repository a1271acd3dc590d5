import { hasGlyph } from "../subjects/stroke-font";
import type { LetterStyle } from "./read-inscriptions";
import type { Inscription } from "./scene-spec";

/** Longest line, and how many of them stand across the upper part of a picture. Characters; lines. */
const LINE_LENGTH = 14;
const LONGEST_WORD = 18;
const MOST_LINES = 4;

/** Every quotation of a prompt. A longer one is a passage to be read, not a sign. */
export const QUOTED = /["“”«»„]([^"“”«»„]{1,120})["“”«»„]/gu;

/** What becomes of the quoted words of a prompt. */
export interface Lettering {
  /** What to draw, all of it in the letters of our own font. */
  readonly inscriptions: readonly Inscription[];
  /** The quotations that are drawn, in quotation marks. */
  readonly understood: readonly string[];
  /** Words without letters and lines without room. */
  readonly ignored: readonly string[];
}

/** Reads the quotations: drawn as they were written; what the font cannot write is said instead of drawn as boxes. */
export function letteringOf(quotations: readonly string[], styles: readonly LetterStyle[]): Lettering {
  const inscriptions: Inscription[] = [];
  let lines = 0;
  const understood: string[] = [];
  const ignored: string[] = [];
  for (const [k, quotation] of quotations.entries()) {
    const words = quotation.split(/\s+/u).filter((word) => word !== "");
    const written = words.flatMap((word) => {
      const plain = inOurLetters(word);
      if (plain === null) ignored.push(`“${word}” (no letters for it)`);
      else if (plain.length > LONGEST_WORD) ignored.push(`“${word}” (too long for a line)`);
      else return [plain];
      return [];
    });
    const broken = breakLines(written);
    const room = Math.max(0, MOST_LINES - lines);
    const drawn = broken.slice(0, room);
    lines += drawn.length;
    const cut = broken.slice(room);
    if (cut.length > 0) ignored.push(`“${cut.join(" ")}” (no room)`);
    if (broken.length === 0 || room === 0) continue;
    const { colour = null, band = null } = styles[k] ?? {};
    inscriptions.push({ text: drawn.join("\n"), colour, band: band ?? "top" });
    const isWhole = cut.length === 0 && written.length === words.length;
    understood.push(`“${isWhole ? quotation : drawn.join(" ")}”`);
  }
  return { inscriptions, understood, ignored };
}

/** Signs that the font writes with another of its own. */
const STAND_INS: Readonly<Record<string, string>> = { "‚": ",", "‐": "-", "‑": "-", "′": "'" };

/** A word as the font writes it, accents and all, in the case it was written in; null when it has no letter for one of its signs. */
function inOurLetters(word: string): string | null {
  const written = [...word.normalize("NFC")]
    .map((character) => (Object.hasOwn(STAND_INS, character) ? (STAND_INS[character] ?? "") : character))
    .map((character) => (hasGlyph(character) ? character : character.normalize("NFKC")));
  const plain = written.join("");
  return plain !== "" && [...plain].every(hasGlyph) ? plain : null;
}

function breakLines(words: readonly string[]): readonly string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= LINE_LENGTH) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

import { wordingOf } from "../grid/wording";

/** What no help may lose or invent: a `{variable}`, `[alternatives|side by side]`, and words in quotation marks, which engines write as letters. */
interface KeptPiece {
  readonly kind: "variable" | "alternatives" | "lettering";
  /** As it has to stand: the same text is the same piece. */
  readonly is: string;
  /** As it was written, and from where. Characters. */
  readonly raw: string;
  readonly at: number;
}

/** The same quotation marks by which engines find letters to write. */
const QUOTED = /["“”«»„]([^"“”«»„]{1,400})["“”«»„]/gu;

/** Every piece of a prompt that has to stay, in order. A prompt whose wording is mistaken has its lettering only. */
export function keptPieces(text: string): readonly KeptPiece[] {
  const wording = wordingOf(text);
  const marked = (wording.kind === "mistake" ? [] : wording.pieces).flatMap((piece): KeptPiece[] => {
    if (piece.kind === "words") return [];
    const raw = text.slice(piece.at, piece.at + piece.length);
    const is = piece.kind === "variable" ? raw : `[${piece.options.join("|")}]`;
    return [{ kind: piece.kind, is, raw, at: piece.at }];
  });
  const quoted = [...text.matchAll(QUOTED)].map(
    (match): KeptPiece => ({ kind: "lettering", is: match[1] ?? "", raw: match[0], at: match.index }),
  );
  return [...marked, ...quoted].sort((one, other) => one.at - other.at);
}

/** Pieces of one text that another lacks; a piece that stands twice has to stand twice. */
function missingFrom(other: string, pieces: readonly KeptPiece[]): readonly KeptPiece[] {
  const left = keptPieces(other).map(nameOf);
  return pieces.filter((piece) => {
    const at = left.indexOf(nameOf(piece));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

const nameOf = ({ kind, is }: KeptPiece) => `${kind} ${is}`;

/** Why a text cannot stand for another: what it lost, invented, or broke, as a sentence. Null: everything that has to stay is there. */
export function lossIn(before: string, after: string): string | null {
  const wording = wordingOf(after);
  if (wording.kind === "mistake") return wording.mistake.sentence;
  const [lost] = missingFrom(after, keptPieces(before));
  if (lost) return `It lost ${lost.raw}.`;
  const [invented] = missingFrom(before, keptPieces(after));
  return invented ? `It invented ${invented.raw}.` : null;
}

const loosely = (text: string) => text.toLowerCase().replace(/\s+/g, " ").trim();
const asPattern = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/**
 * Puts right what a helper only wrote otherwise: a variable or alternatives in another case or with other spaces, braces doubled,
 * lettering in another case. What is gone stays gone; {@link lossIn} says so.
 */
export function repaired(before: string, after: string): string {
  return missingFrom(after, keptPieces(before)).reduce((text, lost) => {
    if (lost.kind === "variable") {
      const name = asPattern(lost.is.slice(1, -1));
      return text.replace(new RegExp(`\\{\\{?\\s*${name}\\s*\\}?\\}`, "i"), () => lost.raw);
    }
    const spare = missingFrom(before, keptPieces(text));
    if (lost.kind === "lettering") {
      const same = spare.find(({ kind, is }) => kind === "lettering" && loosely(is) === loosely(lost.is));
      return same ? replacedAt(text, same, lost.raw) : text;
    }
    const alike = spare.find(({ kind, is }) => kind === "alternatives" && loosely(is).replace(/ ?\| ?/g, "|") === loosely(lost.is));
    return alike ? replacedAt(text, alike, lost.raw) : text;
  }, after);
}

const replacedAt = (text: string, { at, raw }: KeptPiece, by: string) => text.slice(0, at) + by + text.slice(at + raw.length);

/** First of the characters that stand for pieces while rules work on the words between them: no language is written in them. */
const FIRST_MARK = 0xe000;
const MARKS = /[\uE000-\uF8FF]/u;

/** A prompt whose pieces are each one character, so that rules on its words cannot touch them. */
export interface MaskedText {
  readonly text: string;
  unmask(text: string): string;
}

/** Null for a text that itself uses those characters, or has more pieces than there are characters. */
export function masked(text: string): MaskedText | null {
  const spans: { at: number; raw: string }[] = [];
  for (const { at, raw } of keptPieces(text)) {
    const last = spans.at(-1);
    if (last === undefined || at >= last.at + last.raw.length) spans.push({ at, raw });
    // Pieces within or across each other are kept as one.
    else if (at + raw.length > last.at + last.raw.length) last.raw = text.slice(last.at, at + raw.length);
  }
  if (MARKS.test(text) || spans.length > 0xf8ff - FIRST_MARK) return null;
  let end = 0;
  let words = "";
  for (const [index, { at, raw }] of spans.entries()) {
    words += text.slice(end, at) + String.fromCharCode(FIRST_MARK + index);
    end = at + raw.length;
  }
  words += text.slice(end);
  const unmask = (changed: string) =>
    changed.replace(new RegExp(MARKS.source, "gu"), (mark) => spans[mark.charCodeAt(0) - FIRST_MARK]?.raw ?? "");
  return { text: words, unmask };
}

/** Whether a stretch of a masked text holds a piece that has to stay. */
export const holdsPiece = (stretch: string): boolean => MARKS.test(stretch);

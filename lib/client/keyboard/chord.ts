/**
 * A chord is a key with its modifiers as text: "p", "mod+shift+z", "shift+arrowright", "?". Modifiers come in the order mod, alt, shift;
 * `mod` is Ctrl or ⌘. Letters and digits carry shift; other signs do not, because where they lie differs between keyboards.
 */
export type Chord = string;

/** What a keyboard says about one press; the part of a KeyboardEvent that matters. */
export type Stroke = {
  readonly key: string;
  readonly code: string;
  readonly ctrl: boolean;
  readonly meta: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
  /** AltGr, which Windows reports as Ctrl+Alt: it writes a sign and is no modifier of ours. */
  readonly altGraph: boolean;
};

const MODIFIERS = ["mod", "alt", "shift"] as const;
const SILENT = new Set(["Control", "Meta", "Alt", "AltGraph", "Shift", "CapsLock", "NumLock", "Fn", "Dead", "Process", "Unidentified", ""]);

/** Puts a written chord into its one form; null when it names no key or an unknown modifier. */
export function parseChord(text: string): Chord | null {
  const parts = text.trim().toLowerCase().split("+");
  const key = parts.pop();
  if (!key || isModifier(key) || !parts.every(isModifier) || new Set(parts).size !== parts.length) return null;
  return join(parts, key);
}

/**
 * The chords a press may stand for, the likeliest first. What the key writes comes before where it lies: on a German keyboard Shift+7 is "/",
 * on a Russian one the key at P is "p", on a French one the unshifted digit row is still the digits.
 */
export function chordsOf(stroke: Stroke): readonly Chord[] {
  if (SILENT.has(stroke.key)) return [];
  const digit = /^Digit(\d)$/.exec(stroke.code)?.[1];
  const written = writtenKey(stroke, digit !== undefined);
  const placed = digit ?? placedLetter(stroke);
  const chords: Chord[] = [];
  if (written !== null) chords.push(join(held(stroke, carriesShift(written)), written));
  if (placed !== undefined) chords.push(join(held(stroke, true), placed));
  return [...new Set(chords)];
}

/** The modifiers of a chord and its key. */
export function splitChord(chord: Chord): { readonly modifiers: readonly string[]; readonly key: string } {
  const parts = chord.split("+");
  return { modifiers: parts.slice(0, -1), key: parts.at(-1) ?? "" };
}

function writtenKey(stroke: Stroke, isDigitRow: boolean): string | null {
  if (stroke.key === " ") return "space";
  if (stroke.key === "+") return "plus";
  const key = stroke.key.toLowerCase();
  if ([...key].length > 1) return key;
  // The digit row is read by place alone: which of its digits need shift is the keyboard's affair.
  if (isDigitRow && /^\d$/.test(key)) return null;
  return /^[!-~]$/.test(key) ? key : null;
}

/** The Latin letter at this place, for keyboards whose letters are not Latin and for Alt, which changes what is written. */
function placedLetter(stroke: Stroke): string | undefined {
  return /^[!-~]$/.test(stroke.key) ? undefined : /^Key([A-Z])$/.exec(stroke.code)?.[1]?.toLowerCase();
}

function carriesShift(key: string): boolean {
  return key.length > 1 || /^[a-z0-9]$/.test(key);
}

function held(stroke: Stroke, withShift: boolean): readonly string[] {
  const modifiers: string[] = [];
  if (stroke.meta || (stroke.ctrl && !stroke.altGraph)) modifiers.push("mod");
  if (stroke.alt && !stroke.altGraph) modifiers.push("alt");
  if (stroke.shift && withShift) modifiers.push("shift");
  return modifiers;
}

function isModifier(part: string): boolean {
  return MODIFIERS.some((modifier) => modifier === part);
}

function join(modifiers: readonly string[], key: string): Chord {
  return [...MODIFIERS.filter((modifier) => modifiers.includes(modifier)), key].join("+");
}

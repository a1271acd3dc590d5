import { wordingOf } from "../grid/wording";
import { PlainText } from "../prompt/recipe";
import { clausesOf, isProse, tidied } from "./clauses";
import { partOf } from "./word-tables";

/** Longer than this, and a screen reader's user waits for the end. Characters. */
export const MAX_ALT_TEXT = 1_000;
const GOOD_LENGTH = 250;

/** What a file shows, for who cannot see it; null or empty: nobody says. */
export const AltText = PlainText.trim().max(MAX_ALT_TEXT, `Alternative text has at most ${MAX_ALT_TEXT} characters.`).nullable();

/** What is known of a file without looking at it. */
export interface KnownOfAsset {
  readonly kind: "image" | "video" | "session";
  /** The words a run made it of; null for what no run made. */
  readonly prompt: string | null;
  /** Whether the words say what to change in another picture instead of what is seen. */
  readonly isEdit: boolean;
  readonly fileName: string;
}

const BEFORE = { image: "", video: "Video: ", session: "Live session: " } satisfies Record<KnownOfAsset["kind"], string>;

/**
 * What a picture shows, from the words it was made of: what is seen, where, in which light, and the medium; not how good it is to be.
 * Null: nothing is known of what it shows.
 */
export function altTextByRules({ kind, prompt, isEdit, fileName }: KnownOfAsset): string | null {
  const before = BEFORE[kind];
  const said = prompt === null ? "" : resolved(prompt);
  if (said !== "" && isEdit) return sentence(`${kind === "image" ? "Edited picture: " : "Edited video: "}${said}`);
  if (said !== "") return sentence(`${before}${seen(said)}`);
  const name = nameIn(fileName);
  return name === null ? null : sentence(`${before}${name}`);
}

/** A prompt without its devices: the first of its alternatives, a variable by its name. */
function resolved(prompt: string): string {
  const wording = wordingOf(prompt);
  if (wording.kind === "mistake") return tidied(prompt);
  return tidied(
    wording.pieces
      .map((piece) => {
        if (piece.kind === "words") return piece.text;
        return piece.kind === "variable" ? piece.name.replaceAll("_", " ") : (piece.options[0] ?? "");
      })
      .join(""),
  );
}

function seen(said: string): string {
  if (isProse(said)) return shortened(said.split(/(?<=[.!?…])\s+/u), " ");
  const clauses = clausesOf(said).map((clause) => ({ clause, part: partOf(clause) }));
  const shown = clauses.filter(({ part }) => part !== "finish" && part !== "camera" && part !== "medium");
  const media = clauses.filter(({ part }) => part === "medium").map(({ clause }) => clause);
  const text = shortened(
    (shown.length === 0 ? clauses : shown).map(({ clause }) => clause),
    ", ",
  );
  return media.length === 0 || shown.length === 0 ? text : `${text}. ${capital(media.join(", "))}`;
}

/** As many whole parts as fit; the first one in any case. */
function shortened(parts: readonly string[], between: string): string {
  const kept: string[] = [];
  for (const part of parts) {
    if (kept.length > 0 && [...kept, part].join(between).length > GOOD_LENGTH) break;
    kept.push(part);
  }
  return kept.join(between).slice(0, MAX_ALT_TEXT - 60);
}

/** A name that somebody gave: words of letters, not what a camera counts. */
function nameIn(fileName: string): string | null {
  const words = fileName
    .replace(/\.[a-z0-9]{2,5}$/i, "")
    .split(/[\s_.-]+/u)
    .filter(
      (word) =>
        /^\p{L}{3,}$/u.test(word) &&
        !/^(?:img|dsc|dscn|dcim|mvi|vid|pxl|image|picture|photo|screenshot|untitled|final|copy|export|edit)$/i.test(word),
    );
  return words.length < 2 ? null : words.join(" ");
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const sentence = (text: string) => {
  const whole = capital(text.trim());
  return /[.!?…]$/u.test(whole) ? whole : `${whole}.`;
};

import { type AssetRights, areRightsExpired } from "../asset/rights";
import { type ContentClasses, isUnsafe, unsafeShare } from "../asset/unsafe";
import type { LaneKind } from "../lane/lane";
import type { Quality } from "../prompt/recipe";
import type { DefectKind, Severity } from "../review/defect";
import type { Distance } from "../trial/signature";
import type { Finding } from "./help";
import { keptPieces } from "./kept";

/** What the studio knows of an attempt without looking at it again. */
export interface KnownOfAttempt {
  readonly goal: string;
  readonly lane: LaneKind;
  readonly number: number;
  readonly contentHash: string;
  readonly thumbHash: string;
  /** Attempts before it, oldest first. */
  readonly earlier: readonly { readonly number: number; readonly contentHash: string; readonly thumbHash: string }[];
  /** Of the run that made it; null for what no run made. */
  readonly run: {
    readonly quality: Quality;
    readonly text: string;
    readonly isEdit: boolean;
    /** Words the engine said it did not act on. */
    readonly ignored: readonly string[];
    /** Pixels of the longer side at final quality. */
    readonly finalLongSide: number | null;
    /** How far it lies from its pattern's references, where a trial measured it. */
    readonly drift: Distance | null;
  } | null;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** What the network took it for; null: nothing looked yet. */
  readonly classes: ContentClasses | null;
  readonly references: readonly { readonly fileName: string; readonly rights: AssetRights }[];
}

/** Another hand at another seed is 0.01 away, another medium 0.1: from here on it is another manner. */
const DRIFTED_FROM = 0.06;

const finding = (kind: DefectKind, severity: Severity, sentence: string): Finding => ({
  kind,
  severity,
  place: null,
  sentence: sentence.slice(0, 500),
});

/** What the measures know to be wrong with an attempt, the gravest first. They see no hands and no faces: none found is not faultless. */
export function faultsByRules(known: KnownOfAttempt, now: Date): readonly Finding[] {
  const found = [
    ...unsafe(known),
    ...rights(known, now),
    ...size(known),
    ...repeated(known),
    ...drifted(known),
    ...unheeded(known),
    ...lettering(known),
  ];
  const gravity = { critical: 0, major: 1, minor: 2 } satisfies Record<Severity, number>;
  return found.sort((one, other) => gravity[one.severity] - gravity[other.severity]);
}

function unsafe({ classes }: KnownOfAttempt): Finding[] {
  if (classes === null || !isUnsafe(classes)) return [];
  const share = Math.round(unsafeShare(classes) * 100);
  return [finding("safety", "critical", `The studio's look takes this picture for explicit (${share} %). Look before it goes out.`)];
}

function rights({ references }: KnownOfAttempt, now: Date): Finding[] {
  return references.flatMap(({ fileName, rights: held }): Finding[] => {
    if (held.consent === "refused")
      return [finding("rights", "critical", `The people in the reference “${fileName}” do not agree to its use.`)];
    if (areRightsExpired(held, now)) return [finding("rights", "major", `The rights of the reference “${fileName}” have expired.`)];
    return [];
  });
}

function size({ lane, run, width, height }: KnownOfAttempt): Finding[] {
  if (lane !== "production" || run === null) return [];
  if (run.quality === "draft") return [finding("other", "major", "It is a draft, and this lane takes finals: finalise it.")];
  const longSide = Math.max(width, height);
  if (run.finalLongSide === null || longSide >= run.finalLongSide * 0.9) return [];
  return [
    finding("other", "major", `It is ${width} × ${height} pixels; a final of this model has ${run.finalLongSide} on its longer side.`),
  ];
}

function repeated({ contentHash, thumbHash, earlier }: KnownOfAttempt): Finding[] {
  const same = earlier.find((attempt) => attempt.contentHash === contentHash);
  if (same) return [finding("continuity", "major", `It is the same file as attempt ${same.number}.`)];
  const alike = earlier.findLast((attempt) => areAlike(attempt.thumbHash, thumbHash));
  return alike
    ? [finding("continuity", "minor", `At a glance it looks like attempt ${alike.number}: see whether what was asked for changed.`)]
    : [];
}

function drifted({ run }: KnownOfAttempt): Finding[] {
  const style = run?.drift?.style ?? null;
  if (style === null || style < DRIFTED_FROM) return [];
  return [finding("brand", "minor", `Its manner is ${style.toFixed(2)} away from the pattern's references: it may be in another hand.`)];
}

function unheeded({ run }: KnownOfAttempt): Finding[] {
  if (!run || run.ignored.length === 0) return [];
  const words = run.ignored.slice(0, 6).join(", ");
  const more = run.ignored.length > 6 ? ` and ${run.ignored.length - 6} more` : "";
  return [finding("composition", "minor", `The engine says it did not act on: ${words}${more}.`)];
}

/** Words the goal wants to be read and the prompt never asked for, and the other way round. */
function lettering({ goal, run }: KnownOfAttempt): Finding[] {
  if (!run || run.isEdit) return [];
  const quotedIn = (text: string) => keptPieces(text).flatMap(({ kind, is }) => (kind === "lettering" ? [is] : []));
  const missing = quotedIn(goal).filter((words) => !isSaidIn(run.text, words));
  const unwanted = /\b(?:no|without|free of) (?:text|lettering|letters|words|writing|type)\b/i.test(goal) ? quotedIn(run.text) : [];
  return [
    ...missing.map((words) =>
      finding("text", "major", `The goal asks for “${words}”, and the prompt does not: it can only be there by chance.`),
    ),
    ...unwanted.map((words) => finding("text", "major", `The goal wants no lettering, and the prompt asks for “${words}”.`)),
  ];
}

/** Whether a text has these words as words of their own: a sailboat does not say "SAIL". */
function isSaidIn(text: string, words: string): boolean {
  const wanted = words
    .trim()
    .replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
    .replace(/\s+/g, "\\s+");
  return new RegExp(`(?<![\\p{L}\\p{N}])${wanted}(?![\\p{L}\\p{N}])`, "iu").test(text);
}

/** Mean difference of the nibbles of two ThumbHashes below which two pictures look the same from afar. */
const ALIKE_BELOW = 0.35;

/** Whether two pictures look the same from afar, by their ThumbHashes: colour, light and where the masses lie. */
export function areAlike(one: string, other: string): boolean {
  const [left, right] = [nibblesOf(one), nibblesOf(other)];
  if (left.length === 0 || left.length !== right.length) return false;
  const apart = left.reduce((sum, value, at) => sum + Math.abs(value - (right[at] ?? 0)), 0);
  return apart / left.length < ALIKE_BELOW;
}

function nibblesOf(base64: string): readonly number[] {
  if (!/^[A-Za-z0-9+/]+=*$/.test(base64) || base64.length % 4 !== 0) return [];
  return [...atob(base64)].flatMap((character) => [character.charCodeAt(0) >> 4, character.charCodeAt(0) & 15]);
}

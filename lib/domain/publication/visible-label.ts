import { z } from "zod";
import type { Disclosure, DisclosureKind } from "./disclosure";

export const LABEL_CORNERS = ["top-left", "top-right", "bottom-left", "bottom-right"] as const;
export const LabelCorner = z.enum(LABEL_CORNERS);
export type LabelCorner = z.infer<typeof LabelCorner>;

/** Words drawn into a corner of the published picture, for whoever sees it without its metadata. */
export const VisibleLabel = z.strictObject({ text: z.string().min(1), corner: LabelCorner });
export type VisibleLabel = z.infer<typeof VisibleLabel>;

/** What a label says: what was decided that viewers are told. Nothing is labelled that was decided to need none. */
export const LABEL_TEXTS = {
  none: null,
  "ai-generated-label": "AI-generated",
  "deep-fake-notice": "Altered by AI",
} as const satisfies Record<DisclosureKind, string | null>;

const TYPES: ReadonlySet<string> = new Set(["image/png", "image/jpeg", "image/webp"]);
/** Smaller ones have no room for letters that are read. Pixels. */
const LEAST_SIDE = 160;

/** What is known of a file before a label is asked for. */
export interface LabelledFile {
  readonly mimeType: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** More than one in an animation. */
  readonly frames: number;
  /** Whether its provider's manifest covers its pixels. */
  readonly isCovered: boolean;
}

/** Why no label can be drawn into a file, as a sentence; null when one can. */
export function whyNoVisibleLabel({ mimeType, width, height, frames, isCovered }: LabelledFile): string | null {
  if (!TYPES.has(mimeType) || frames > 1) return "A label can be drawn into a still PNG, JPEG or WebP only.";
  if (isCovered) return "The file carries a signed manifest of its provider, which covers its pixels; they are left alone.";
  return Math.min(width, height) < LEAST_SIDE ? `The picture is too small for a label: it needs ${LEAST_SIDE} pixels on each side.` : null;
}

/**
 * Why nobody would be told what was decided to tell them, as a sentence; null when they are. Marks in the metadata are no answer: who
 * looks at a picture does not read them. Neither are words without a letter.
 */
export function whyNobodyIsTold({ kind, toldWhere }: Disclosure, corner: LabelCorner | null): string | null {
  const isTold = LABEL_TEXTS[kind] === null || corner !== null || /\p{L}/u.test(toldWhere);
  return isTold
    ? null
    : "Viewers have to see what they are told: choose a corner for the visible label, or say where they read it instead.";
}

export interface LabelPlace {
  /** Pixels, all of them. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly letters: number;
}

/**
 * Where a label stands: letters as high as a thirtieth of the shorter side, and never under 12 pixels; the plate keeps its own height from
 * the edges, unless it would not fit: then it shrinks.
 * @param wordWidth how wide the words are, in letter heights
 */
export function placeOfLabel(picture: { width: number; height: number }, corner: LabelCorner, wordWidth: number): LabelPlace {
  const wished = Math.max(12, Math.round(Math.min(picture.width, picture.height) / 30));
  // Plate and margin together are as wide as the words and three letters.
  const letters = Math.max(6, Math.min(wished, Math.floor(picture.width / (wordWidth + 3))));
  const width = Math.ceil(letters * (wordWidth + 1.4));
  const height = Math.ceil(letters * 1.8);
  const margin = Math.round(letters * 0.8);
  return {
    left: corner.endsWith("left") ? margin : picture.width - width - margin,
    top: corner.startsWith("top") ? margin : picture.height - height - margin,
    width,
    height,
    letters,
  };
}

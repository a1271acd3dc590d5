/** What is known of a file before an invisible id is asked for. */
export interface MarkableFile {
  readonly mimeType: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** Whether a run of this studio made it. */
  readonly isMadeHere: boolean;
  /** Whether its engine is known to put no mark of its own into the pixels. */
  readonly isUnmarked: boolean;
}

const TYPES: ReadonlySet<string> = new Set(["image/png", "image/jpeg", "image/webp"]);
/** Below this there is not enough picture to repeat the mark in. Pixels. */
const LEAST_SIDE = 384;

/**
 * Why a file gets no invisible id, as a sentence; null when it may. It changes pixels, so it is for still pictures we made ourselves, and
 * never for one that may carry its provider's own mark in the pixels.
 */
export function whyNoInvisibleId({ mimeType, width, height, isMadeHere, isUnmarked }: MarkableFile): string | null {
  if (!TYPES.has(mimeType)) return "Only a still PNG, JPEG or WebP can carry an invisible id.";
  if (!isMadeHere) return "An invisible id is for pictures this studio made.";
  if (!isUnmarked) return "The engine may have put a mark of its own into the pixels; it is left alone.";
  if (Math.min(width, height) < LEAST_SIDE) return `The picture is too small: it needs ${LEAST_SIDE} pixels on each side.`;
  return null;
}

/** The id that is hidden: the random end of the publication's own, twelve hexadecimal digits. */
export const invisibleIdOf = (publicationId: string): string => publicationId.replaceAll("-", "").slice(-12).toLowerCase();

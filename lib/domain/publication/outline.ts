import { z } from "zod";

/** Cells a side. */
export const OUTLINE_SIDE = 32;
const CELLS = OUTLINE_SIDE ** 2;
const CHANNELS = 3;

/** How a picture looks from afar: the mean colour of each of 32 × 32 cells, row by row, two hexadecimal digits for each of red, green and blue. */
export const Outline = z.strictObject({
  /** Pixels of the picture. */
  width: z.int().min(1),
  height: z.int().min(1),
  cells: z.string().regex(new RegExp(`^[0-9a-f]{${CELLS * CHANNELS * 2}}$`)),
});
export type Outline = z.infer<typeof Outline>;

/** How far a picture is from another that it was made from. `other-shape`: it was cut or stretched, and its places are not comparable. */
export type Change =
  | { readonly kind: "none" }
  | { readonly kind: "other-shape" }
  /** `share`: above 0, to 1, of the picture's area. `where`: e.g. "at the upper left". */
  | { readonly kind: "parts"; readonly share: number; readonly where: string };

/** Levels of 255 by which a cell differs after saving again, scaling, or a hidden id, at most; a hand with a brush exceeds it. */
const NOISE = 20;
/** A scaled copy's sides are rounded to whole pixels. */
const ROUNDED_PX = 1.5;

/**
 * Where one picture shows something else than the other. A tint or exposure that is the same all over does not count: the middle difference of
 * each colour is taken away first.
 */
export function changeBetween(published: Outline, brought: Outline): Change {
  const ratio = published.width / published.height / (brought.width / brought.height);
  if (Math.abs(ratio - 1) > ROUNDED_PX / Math.min(brought.width, brought.height)) return { kind: "other-shape" };
  const differences = Array.from({ length: CHANNELS }, (_, channel) =>
    Array.from({ length: CELLS }, (_, cell) => levelOf(brought, cell, channel) - levelOf(published, cell, channel)),
  );
  const tint = differences.map((all) => all.toSorted((a, b) => a - b)[CELLS / 2] ?? 0);
  const changed = Array.from({ length: CELLS }, (_, cell) => cell).filter((cell) =>
    differences.some((all, channel) => Math.abs((all[cell] ?? 0) - (tint[channel] ?? 0)) > NOISE),
  );
  return changed.length === 0 ? { kind: "none" } : { kind: "parts", share: changed.length / CELLS, where: whereOf(changed) };
}

/** What a change means, as a sentence. `change`: null where it could not be compared. */
export function changeSentence(change: Change | null): string {
  switch (change?.kind) {
    case undefined:
      return "Whether what it shows was changed is not known.";
    case "none":
      return "It shows the same as the published picture all over.";
    case "other-shape":
      return "It has another shape; whether what is left of it was changed is not known.";
    case "parts":
      return `It does not show the same as the published picture: about ${percentOf(change.share)} of it differs, ${change.where}.`;
  }
}

const percentOf = (share: number) => `${Math.max(1, Math.round(share * 100))} %`;

function levelOf({ cells }: Outline, cell: number, channel: number): number {
  const at = (cell * CHANNELS + channel) * 2;
  return Number.parseInt(cells.slice(at, at + 2), 16);
}

const WIDE = 0.6;

/** The place of most of it, in words. */
function whereOf(cells: readonly number[]): string {
  const [columns, rows] = [cells.map((cell) => cell % OUTLINE_SIDE), cells.map((cell) => Math.floor(cell / OUTLINE_SIDE))];
  const span = (places: readonly number[]) => (Math.max(...places) - Math.min(...places) + 1) / OUTLINE_SIDE;
  const third = (places: readonly number[]) => {
    const mean = places.reduce((sum, place) => sum + place + 0.5, 0) / places.length / OUTLINE_SIDE;
    return mean < 0.36 ? 0 : mean > 0.64 ? 2 : 1;
  };
  if (span(columns) > WIDE && span(rows) > WIDE) return "in many places, as when it is cut or coloured anew";
  const across = span(columns) > WIDE ? "" : ["left", "", "right"][third(columns)];
  const down = span(rows) > WIDE ? "" : ["upper", "", "lower"][third(rows)];
  const place = [down, across].filter(Boolean).join(" ");
  if (place === "") return "in the middle";
  return `at the ${place}${across ? "" : " edge"}`;
}

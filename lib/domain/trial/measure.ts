import { z } from "zod";
import { UnsafeState, unsafeState } from "../asset/unsafe";
import { Distance, distanceBetween, hashDistance, MeasureMethod, type Signature, similarity } from "./signature";

/** What was measured of one cell's picture. Measures never decide; judges do. */
export const CellMeasure = z.strictObject({
  index: z.int(),
  method: MeasureMethod,
  /** From the nearest of the pattern's style references; null when it has none. */
  fromReferences: Distance.nullable(),
  /** From its own subject's pictures at other seeds, on average; null while there is no other. */
  fromRow: Distance.nullable(),
  /** How much its composition differs from them: 1 − structural similarity, on average. */
  compositionChange: z.number().nullable(),
  /** The first earlier cell of the trial that shows nearly the same picture, or null. */
  nearDuplicateOf: z.int().nullable(),
  /** What the network takes it for. A flag asks a judge to look; what is wrong they mark as a defect, "safety". */
  unsafe: UnsafeState,
});
export type CellMeasure = z.infer<typeof CellMeasure>;

export interface MeasuredCell {
  readonly index: number;
  /** Cells of one subject form a row. */
  readonly row: number;
  readonly signature: Signature;
  readonly fromReferences: Distance | null;
}

/** Bits of 64 by which two pictures may differ and still look the same: recompression changes fewer, another subject about 32. */
const SAME_BITS = 4;
/** And their grey pictures agree so far: few bits alone also happen between plain pictures. */
const SAME_SIMILARITY = 0.9;
/** A row of fifty seeds says as much by these. */
const MOST_COMPARED = 16;

/** Puts the pictures of one trial beside each other, each beside those that were looked at in the same way. */
export function measuresOf(cells: readonly MeasuredCell[]): readonly CellMeasure[] {
  const grey = new Map(cells.map(({ index, signature }) => [index, bytesOf(signature.grey)]));
  const greyOf = (index: number) => grey.get(index) ?? new Uint8Array();
  return cells.map(({ index, row, signature, fromReferences }, place) => {
    const { method, manner, classes } = signature;
    const comparable = (other: MeasuredCell) => other.signature.method === method;
    const others = cells.filter((other) => other.row === row && other.index !== index && comparable(other)).slice(0, MOST_COMPARED);
    const distances = others.map((other) => distanceBetween(signature, other.signature));
    const twin = cells
      .slice(0, place)
      .find(
        (other) =>
          comparable(other) &&
          hashDistance(signature.hash, other.signature.hash) <= SAME_BITS &&
          similarity(greyOf(index), greyOf(other.index)) >= SAME_SIMILARITY,
      );
    return {
      index,
      method,
      // An older way of looking wrote a number on another scale there.
      fromReferences: fromReferences === null || manner !== null ? fromReferences : { ...fromReferences, style: null },
      fromRow:
        distances.length === 0
          ? null
          : { style: meanOrNull(distances.map(({ style }) => style)), palette: mean(distances.map(({ palette }) => palette)) },
      compositionChange: others.length === 0 ? null : 1 - mean(others.map((other) => similarity(greyOf(index), greyOf(other.index)))),
      nearDuplicateOf: twin?.index ?? null,
      unsafe: unsafeState(classes),
    };
  });
}

const mean = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
const meanOrNull = (numbers: readonly (number | null)[]) => {
  const known = numbers.flatMap((number) => number ?? []);
  return known.length === 0 ? null : mean(known);
};

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

import type { Substance } from "./plate";

/** Side of a cell of a sheet's nearness and of its coverage, in pixels. */
export const CELL = 16;

/**
 * One layer of a plate, cut out and grown under what stands before it, so that it can slide without leaving a hole or dragging
 * its neighbour's colours along.
 */
export interface Sheet {
  readonly substance: Substance;
  /** It is what the picture is of. */
  readonly isThing: boolean;
  readonly width: number;
  readonly height: number;
  /** Straight RGBA; alpha is this sheet's cover. */
  readonly colours: Uint32Array;
  /** The same in the light that the clip ends in, or null when the light stays. */
  readonly coloursAfter: Uint32Array | null;
  /** Nearness at the corners of cells, row by row, `columns` × `rows`. */
  readonly nearness: Float32Array;
  readonly columns: number;
  readonly rows: number;
  /** Least and greatest alpha of each cell, `columns - 1` a row. */
  readonly leastAlpha: Uint8Array;
  readonly greatestAlpha: Uint8Array;
  /** Lowest and middle row and column of what is visible, in pixels: where a floating thing swings about. */
  readonly footY: number;
  readonly centreX: number;
}

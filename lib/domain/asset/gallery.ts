import { z } from "zod";
import { Colour, Flag, Rating } from "../selection/flags";
import { Id } from "../wire";
import { ASSET_KINDS } from "./asset-view";

/** A row of the gallery: what is drawn of a file, and no more. */
export const GalleryRow = z.strictObject({
  id: Id,
  kind: z.enum(ASSET_KINDS),
  /** The first words of the prompt a run made it of, else its file name. */
  title: z.string(),
  /** Pixels. */
  width: z.int(),
  height: z.int(),
  /** Length of a video; null for a picture. */
  durationMs: z.int().nullable(),
  byteSize: z.int(),
  thumbHash: z.string(),
  flag: Flag,
  rating: Rating,
  colour: Colour,
  /** The variant it is, when a run made it. */
  variantId: Id.nullable(),
  stackId: Id.nullable(),
  /** Files in its stack; 1 when it is in none. */
  stackSize: z.int(),
  /** ISO 8601. */
  createdAt: z.string(),
  version: z.int(),
});
export type GalleryRow = z.infer<typeof GalleryRow>;

/** Rows one page may bring. */
export const MAX_GALLERY_ROWS = 200;
/** Colours one glance may bring. */
export const MAX_GLANCE = 2_000;
/** Rows from one entry of the position index to the next: what a page never has to step over. */
export const INDEX_STEP = 500;
/** As far as a page may lie behind the entry it is counted from. */
export const MAX_SKIP = 100_000;

/**
 * Where rows lie: the id at every `step`th row, so that any row is reached by its nearest entry and less than `step` rows more, however
 * many there are.
 */
export const GalleryIndex = z.strictObject({ total: z.int(), step: z.int(), entries: z.array(Id) });
export type GalleryIndex = z.infer<typeof GalleryIndex>;

/** From where on rows are counted: an entry of the index, or the first row. */
export interface GalleryPlace {
  readonly from: string | null;
  readonly skip: number;
}

/** The way to a row: its nearest entry before it, and how many rows on. Null: it lies beyond the index. */
export function placeOf(index: GalleryIndex | null, row: number): GalleryPlace | null {
  if (index === null) return row <= MAX_SKIP ? { from: null, skip: row } : null;
  const entry = Math.floor(row / index.step);
  const from = index.entries[entry];
  return from === undefined ? null : { from, skip: row - entry * index.step };
}

/** What a glance says of one row: its average colour and its shape. */
export interface Glimpse {
  /** 24-bit RGB. */
  readonly colour: number;
  /** Width / height, rounded to a twelfth of an octave. */
  readonly aspect: number;
}

/** Characters of one row in a glance: four of its ThumbHash, one for its shape. */
export const GLANCE_WIDTH = 5;
const UNKNOWN = "----";
const SHAPES_AN_OCTAVE = 12;
const FIRST_SHAPE = 48;
const SQUARE = 37;

/**
 * Reads one row of a glance; null when nothing is known of its colour. A ThumbHash begins with its average colour: six bits each of
 * lightness, yellow–blue and red–green.
 */
export function glimpseAt(glance: string, row: number): Glimpse | null {
  const at = row * GLANCE_WIDTH;
  const head = glance.slice(at, at + 4);
  if (head.length < 4 || head === UNKNOWN) return null;
  const bytes = atob(head);
  const header = bytes.charCodeAt(0) | (bytes.charCodeAt(1) << 8) | (bytes.charCodeAt(2) << 16);
  const lightness = (header & 63) / 63;
  const p = ((header >> 6) & 63) / 31.5 - 1;
  const q = ((header >> 12) & 63) / 31.5 - 1;
  const blue = lightness - (2 / 3) * p;
  const red = (3 * lightness - blue + q) / 2;
  const green = red - q;
  const shape = glance.charCodeAt(at + 4) - FIRST_SHAPE - SQUARE;
  return { colour: (byteOf(red) << 16) | (byteOf(green) << 8) | byteOf(blue), aspect: 2 ** (shape / SHAPES_AN_OCTAVE) };
}

const byteOf = (share: number) => Math.round(Math.min(1, Math.max(0, share)) * 255);

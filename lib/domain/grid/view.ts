import { z } from "zod";
import { MicrosText } from "../money/micros";
import { RunStatus } from "../run/states";
import { VariantView } from "../run/view";
import { Id, Instant } from "../wire";
import { Axis, Skip } from "./axis";
import { GridStatus } from "./status";

/** How many cells are where. They add up to the grid's cells. */
export const GridCount = z.strictObject({
  /** Not started yet. */
  waiting: z.int(),
  /** Queued or on their engine. */
  inFlight: z.int(),
  succeeded: z.int(),
  /** Refused, failed or unknown. */
  failed: z.int(),
  cancelled: z.int(),
  /** Cannot run at all: what they ask for their engine does not do. */
  refused: z.int(),
});
export type GridCount = z.infer<typeof GridCount>;

export const GridView = z.strictObject({
  id: Id,
  projectId: Id,
  projectName: z.string(),
  boardId: Id,
  /** Its node of the lineage: the prompt with its alternatives, of which each cell is a child. */
  promptId: Id,
  title: z.string(),
  /** The prompt as it was written, with `{variables}` and `[alternatives|side by side]`. */
  text: z.string(),
  axes: z.array(Axis),
  skips: z.array(Skip),
  /** The file names of the pictures on its axes, by asset, and what its models are called. */
  names: z.record(z.string(), z.string()),
  status: GridStatus,
  stopReason: z.string().nullable(),
  count: GridCount,
  cells: z.int(),
  /** What the whole of it was quoted at. */
  quoteMicros: MicrosText,
  /** What its cells have cost so far. */
  actualMicros: MicrosText,
  requestedBy: z.string(),
  version: z.int(),
  createdAt: Instant,
});
export type GridView = z.infer<typeof GridView>;

/** One cell with what came of it. */
export const CellView = z.strictObject({
  index: z.int(),
  /** Which value it has on each axis. */
  at: z.array(z.int()),
  /** Its prompt and run, once it was started. */
  promptId: Id.nullable(),
  runId: Id.nullable(),
  status: RunStatus.nullable(),
  /** Why there is no picture, as a sentence; null while there may be one. */
  why: z.string().nullable(),
  /** Pixels of its pictures, so that their place can be kept. */
  width: z.int(),
  height: z.int(),
  variants: z.array(VariantView),
});
export type CellView = z.infer<typeof CellView>;

/** What a grid would be, before anything is spent. */
export const GridPlan = z.strictObject({
  /** Cells that would run, and the pictures they make. */
  cells: z.int(),
  pictures: z.int(),
  quoteMicros: MicrosText,
  leastMicros: MicrosText,
  /** Whether the project's budget has room for all of it now. */
  fits: z.boolean(),
  /** Why nothing of it can run, or null. */
  refusal: z.string().nullable(),
  /** Cells that cannot run while others can: how many, and the reasons, each once. */
  refused: z.strictObject({ cells: z.int(), reasons: z.array(z.string()) }),
});
export type GridPlan = z.infer<typeof GridPlan>;

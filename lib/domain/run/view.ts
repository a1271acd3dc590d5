import { z } from "zod";
import { VideoShape } from "../asset/asset-view";
import { MicrosText } from "../money/micros";
import { Quality, Seed } from "../prompt/recipe";
import { Colour, Flag, Rating } from "../selection/flags";
import { Id, Instant } from "../wire";
import { Failure } from "./failure";
import { RunProgress } from "./progress";
import { ReplayPromise } from "./replay";
import { RunStatus } from "./states";

/** A variant as a contact sheet shows it. */
export const VariantView = z.strictObject({
  id: Id,
  runId: Id,
  promptId: Id,
  assetId: Id,
  index: z.int(),
  seed: Seed,
  flag: Flag,
  rating: Rating,
  colour: Colour,
  width: z.int(),
  height: z.int(),
  thumbHash: z.string(),
  /** How it plays; null for a picture. */
  video: VideoShape.nullable(),
  quality: Quality,
  /** The draft this picture is the final of; null when it is none. */
  finalOf: Id.nullable(),
  /** The newest final of this draft, and its picture once there is one; null when there is none. */
  final: z.strictObject({ runId: Id, status: RunStatus, variantId: Id.nullable() }).nullable(),
  contentHash: z.string(),
  version: z.int(),
  createdAt: Instant,
});
export type VariantView = z.infer<typeof VariantView>;

export const RunView = z.strictObject({
  id: Id,
  promptId: Id,
  projectId: Id,
  status: RunStatus,
  engineId: z.string(),
  modelId: z.string(),
  modelRevision: z.string(),
  quality: Quality,
  count: z.int(),
  seeds: z.array(Seed),
  /** Pixels of the pictures to come, so that their place can be kept. */
  width: z.int(),
  height: z.int(),
  quoteMicros: MicrosText,
  actualMicros: MicrosText.nullable(),
  /** Why the charge is not the quote, in a sentence; null when it is, or nothing is charged yet. */
  whyCharged: z.string().nullable(),
  progress: RunProgress,
  failure: Failure.extend({ sentence: z.string() }).nullable(),
  /** Why nobody knows what became of an unknown run; null for every other. */
  doubt: z.string().nullable(),
  cancelAsked: z.boolean(),
  requestedBy: z.string(),
  cardId: Id.nullable(),
  /** The variant whose recipe this run runs again; null for a run that is no replay. */
  replayOf: z
    .strictObject({
      variantId: Id,
      promptId: Id,
      /** What the engine promised of it. */
      promise: ReplayPromise,
      /** Whether it made the same bytes; null until it has made something. */
      isSame: z.boolean().nullable(),
    })
    .nullable(),
  /** The run that failed before this one went on in its place, and where that was. */
  switchedFrom: z.strictObject({ runId: Id, engineId: z.string(), modelId: z.string(), name: z.string() }).nullable(),
  /** The run that goes on in the place of this failed one. */
  switchedTo: z.strictObject({ runId: Id, engineId: z.string(), modelId: z.string(), name: z.string() }).nullable(),
  version: z.int(),
  createdAt: Instant,
  startedAt: Instant.nullable(),
  finishedAt: Instant.nullable(),
});
export type RunView = z.infer<typeof RunView>;

/** A run in a list, with the words it is known by and the way to its board. */
export const ListedRun = RunView.extend({
  /** The first line of its prompt, at most 120 characters. */
  title: z.string(),
  boardId: Id,
  /** The grid it makes a cell of; null for a run of its own. */
  cellOf: Id.nullable(),
  /** How long such a run took of late, from its submit to its last output; null when too few are known, and for one that is over. Milliseconds. */
  usualMs: z.int().nullable(),
});
export type ListedRun = z.infer<typeof ListedRun>;

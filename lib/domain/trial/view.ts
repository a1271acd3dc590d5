import { z } from "zod";
import { Subject } from "../eval-set/eval-set";
import { MAX_CELLS } from "../grid/axis";
import { GridStatus } from "../grid/status";
import { MicrosText } from "../money/micros";
import { Seed } from "../prompt/recipe";
import { RunStatus } from "../run/states";
import { VariantView } from "../run/view";
import { Id, Instant } from "../wire";
import { JudgeAgreement } from "./agreement";
import { TrialCount } from "./count";
import { DriftFrom } from "./drift-from";
import { JudgementView } from "./judgement";
import { CellMeasure } from "./measure";
import { CellOutcome } from "./outcome";

/** What a project's board of trials is called. */
export const TRIALS_BOARD = "Trials";

/** A trial in a list. */
export const TrialSummary = z.strictObject({
  id: Id,
  patternId: Id,
  patternName: z.string(),
  patternSlug: z.string(),
  versionId: Id,
  number: z.int(),
  evalSetId: Id.nullable(),
  evalSetName: z.string().nullable(),
  projectId: Id,
  projectName: z.string(),
  boardId: Id,
  engineId: z.string(),
  modelId: z.string(),
  modelRevision: z.string(),
  /** The catalogue has another revision now. */
  stale: z.boolean(),
  blind: z.boolean(),
  status: GridStatus,
  stopReason: z.string().nullable(),
  count: TrialCount,
  subjects: z.int(),
  seeds: z.int(),
  /** Pictures judged by anybody, and of those the ones that passed. Both null while it is blind for whoever asks. */
  judged: z.int().nullable(),
  passed: z.int().nullable(),
  quoteMicros: MicrosText,
  actualMicros: MicrosText,
  author: z.string(),
  version: z.int(),
  createdAt: Instant,
});
export type TrialSummary = z.infer<typeof TrialSummary>;

/** A cell's place in reading order: subject by subject, seed by seed. */
export const CellIndex = z.int().min(0).max(MAX_CELLS);

export const TrialCell = z.strictObject({
  index: z.int(),
  /** Its row and column: places in the trial's subjects and seeds. */
  subject: z.int(),
  seed: z.int(),
  promptId: Id.nullable(),
  runId: Id.nullable(),
  status: RunStatus.nullable(),
  why: z.string().nullable(),
  width: z.int(),
  height: z.int(),
  variant: VariantView.nullable(),
  mine: JudgementView.nullable(),
  /** Everybody else's; null while they are hidden from whoever asks. */
  others: z.array(JudgementView).nullable(),
  /** By what is visible: while others are hidden, by one's own word. */
  outcome: CellOutcome,
  /** Hidden together with the others' verdicts. */
  measure: CellMeasure.nullable(),
});
export type TrialCell = z.infer<typeof TrialCell>;

export const TrialView = TrialSummary.extend({
  subjects: z.array(Subject),
  seeds: z.array(Seed),
  cells: z.array(TrialCell),
  /** What a measure's `fromReferences` is measured from. */
  driftFrom: DriftFrom,
  /** Null while some verdicts are hidden, and when no picture was judged twice. */
  agreement: JudgeAgreement.nullable(),
});
export type TrialView = z.infer<typeof TrialView>;

import { z } from "zod";
import { NoteView } from "../board/note";
import { SectionView } from "../board/section";
import { Axis } from "../grid/axis";
import { GridStatus } from "../grid/status";
import { RunView, VariantView } from "../run/view";
import { Id, Instant } from "../wire";
import { Difference } from "./difference";
import { Recipe, Reference } from "./recipe";

/** A reference with what a tray needs to show it. */
export const ReferenceView = Reference.extend({ fileName: z.string(), thumbHash: z.string(), width: z.int(), height: z.int() });
export type ReferenceView = z.infer<typeof ReferenceView>;

export const PatternUse = z.strictObject({
  patternId: Id,
  versionId: Id,
  name: z.string(),
  number: z.int(),
  values: z.record(z.string(), z.string()),
});
export type PatternUse = z.infer<typeof PatternUse>;

/** A prompt in full: a node of the board with its recipe, runs and variants. */
export const PromptView = z.strictObject({
  id: Id,
  boardId: Id,
  projectId: Id,
  parentId: Id.nullable(),
  parentVariantId: Id.nullable(),
  recipe: Recipe,
  /** What its model is called; the id for one that left the catalogue. */
  modelName: z.string(),
  references: z.array(ReferenceView),
  difference: z.array(Difference),
  pattern: PatternUse.nullable(),
  /** The grid this prompt is expanded into; it never runs itself. */
  grid: z.strictObject({ id: Id, axes: z.array(Axis), cells: z.int(), status: GridStatus }).nullable(),
  /** The grid this prompt is a cell of. */
  cellOf: Id.nullable(),
  /** A run prompt is frozen: editing it makes a child. */
  frozen: z.boolean(),
  archived: z.boolean(),
  author: z.string(),
  version: z.int(),
  createdAt: Instant,
  runs: z.array(RunView),
  variants: z.array(VariantView),
});
export type PromptView = z.infer<typeof PromptView>;

export const BoardView = z.strictObject({
  id: Id,
  projectId: Id,
  projectName: z.string(),
  name: z.string(),
  version: z.int(),
  createdAt: Instant,
  /** Where the workspace's events stood when it was read: what became different later is told from there. */
  position: z.string(),
  prompts: z.array(PromptView),
  sections: z.array(SectionView),
  /** On prompts and on sections, the oldest first. */
  notes: z.array(NoteView),
});
export type BoardView = z.infer<typeof BoardView>;

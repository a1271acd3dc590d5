import { z } from "zod";
import { Id, Instant, Version } from "../../wire";
import { EvidenceView } from "../evidence/view";
import { LabelName } from "../view";
import { ChecklistLine } from "./checklist-line";
import { EvidenceRule } from "./rule";

export const LabelMoveKind = z.enum(["saved", "moved", "rolled-back"]);
export type LabelMoveKind = z.infer<typeof LabelMoveKind>;

const Place = z.strictObject({ versionId: Id, number: z.int() });

export const LabelMoveView = z.strictObject({
  id: Id,
  kind: LabelMoveKind,
  from: Place.nullable(),
  to: Place.nullable(),
  reason: z.string(),
  by: z.string(),
  /** The evidence it was signed on; null where none was asked for. */
  evidence: EvidenceView.nullable(),
  createdAt: Instant,
});
export type LabelMoveView = z.infer<typeof LabelMoveView>;

/** A label of a pattern: where it points, what was done to it, newest first. */
export const LabelView = z.strictObject({
  patternId: Id,
  label: LabelName,
  at: Place.nullable(),
  /** Counts up with every move; named by whoever moves it next. */
  version: Version,
  /** Where a roll-back takes it; null with `canRollBack` = off the pattern. */
  before: Place.nullable(),
  canRollBack: z.boolean(),
  history: z.array(LabelMoveView),
});
export type LabelView = z.infer<typeof LabelView>;

/** What is asked for moving a label to a version, line by line, for the person who asks. */
export const ChecklistView = z.strictObject({
  label: LabelName,
  versionId: Id,
  number: z.int(),
  lines: z.array(ChecklistLine),
  complete: z.boolean(),
  rule: EvidenceRule,
  evidence: EvidenceView.nullable(),
});
export type ChecklistView = z.infer<typeof ChecklistView>;

import { z } from "zod";
import { Reference } from "../prompt/recipe";
import { ReferenceView } from "../prompt/view";
import { Id, Instant } from "../wire";
import { Template } from "./template";

export const LabelName = z.enum(["candidate", "production"]);
export type LabelName = z.infer<typeof LabelName>;

export const PatternVersionView = z.strictObject({
  id: Id,
  number: z.int(),
  template: Template,
  references: z.array(ReferenceView),
  note: z.string(),
  author: z.string(),
  sourceVariantId: Id.nullable(),
  createdAt: Instant,
  labels: z.array(LabelName),
});
export type PatternVersionView = z.infer<typeof PatternVersionView>;

const Picture = z.strictObject({ assetId: Id, thumbHash: z.string(), width: z.int(), height: z.int() });

export const PatternSummary = z.strictObject({
  id: Id,
  libraryId: Id,
  name: z.string(),
  slug: z.string(),
  purpose: z.string(),
  cover: Picture.nullable(),
  versions: z.int(),
  /** Label → number of the version it points to. */
  labels: z.partialRecord(LabelName, z.int()),
  version: z.int(),
  createdAt: Instant,
});
export type PatternSummary = z.infer<typeof PatternSummary>;

export const PatternView = PatternSummary.omit({ versions: true }).extend({
  libraryName: z.string(),
  versions: z.array(PatternVersionView),
  /** Newest prompts that used it. */
  usedBy: z.array(
    z.strictObject({ promptId: Id, boardId: Id, text: z.string(), number: z.int(), createdAt: Instant, cover: Picture.nullable() }),
  ),
});
export type PatternView = z.infer<typeof PatternView>;

export const LibraryView = z.strictObject({
  id: Id,
  name: z.string(),
  slug: z.string(),
  description: z.string(),
  version: z.int(),
  patterns: z.array(PatternSummary),
});
export type LibraryView = z.infer<typeof LibraryView>;

/** Picks a pattern may be read out of at once. */
export const MAX_PROMOTED = 16;

/** A new version's contents as a person sends them. */
export const VersionDraft = z.strictObject({ template: Template, references: z.array(Reference).max(16), note: z.string().max(2_000) });
export type VersionDraft = z.infer<typeof VersionDraft>;

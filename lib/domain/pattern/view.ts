import { z } from "zod";
import { ModelChoice, PlainText } from "../prompt/recipe";
import { ReferenceView } from "../prompt/view";
import { Id, Instant } from "../wire";
import { TemplateDraft } from "./draft";
import { ShelfAccess } from "./shelf-access";
import { Template } from "./template";

export { VersionDraft } from "./written-version";

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

export const PatternPicture = z.strictObject({ assetId: Id, thumbHash: z.string(), width: z.int(), height: z.int() });
export type PatternPicture = z.infer<typeof PatternPicture>;

/** Another pattern as it is named in passing. */
export const PatternName = z.strictObject({ id: Id, name: z.string(), slug: z.string(), libraryName: z.string() });
export type PatternName = z.infer<typeof PatternName>;

/** Not to be begun with any more: why, and what to use instead. */
export const Deprecation = z.strictObject({ at: Instant, reason: z.string(), successor: PatternName.nullable() });
export type Deprecation = z.infer<typeof Deprecation>;

export const PatternSummary = z.strictObject({
  id: Id,
  libraryId: Id,
  name: z.string(),
  slug: z.string(),
  purpose: z.string(),
  tags: z.array(z.string()),
  cover: PatternPicture.nullable(),
  versions: z.int(),
  /** Of the newest version: on which model it runs. */
  model: ModelChoice,
  /** Label → number of the version it points to. */
  labels: z.partialRecord(LabelName, z.int()),
  deprecated: Deprecation.nullable(),
  version: z.int(),
  createdAt: Instant,
});
export type PatternSummary = z.infer<typeof PatternSummary>;

/** The next version while somebody writes it: one a pattern, the same for everybody who opens it. */
export const PatternDraftView = z.strictObject({
  content: TemplateDraft,
  note: z.string(),
  /** Number of the version it was begun from. */
  basedOn: z.int(),
  /** Counts up with every save; a save that names another one is a conflict. */
  version: z.int(),
  author: z.string(),
  savedAt: Instant,
});
export type PatternDraftView = z.infer<typeof PatternDraftView>;

/** What somebody may do with a pattern, by its shelf and their role. */
export const Allowed = { mayUse: z.boolean(), mayCurate: z.boolean() };

export const PatternView = PatternSummary.omit({ versions: true, model: true }).extend({
  libraryName: z.string(),
  ...Allowed,
  versions: z.array(PatternVersionView),
  draft: PatternDraftView.nullable(),
  /** Where it was forked from; null for one that was promoted. */
  forkedFrom: PatternName.extend({ number: z.int() }).nullable(),
  forks: z.array(PatternName),
  /** Pictures that can be its cover: what was made with it, the picked and best rated first. */
  covers: z.array(PatternPicture),
  /** Newest prompts that used it. */
  usedBy: z.array(
    z.strictObject({ promptId: Id, boardId: Id, text: z.string(), number: z.int(), createdAt: Instant, cover: PatternPicture.nullable() }),
  ),
});
export type PatternView = z.infer<typeof PatternView>;

/** One version with what a place that uses it must know of its pattern. */
export const PatternVersionInUse = z.strictObject({
  patternId: Id,
  name: z.string(),
  slug: z.string(),
  libraryName: z.string(),
  ...Allowed,
  deprecated: Deprecation.nullable(),
  version: PatternVersionView,
  /** The newest there is, when it is another one. */
  newer: PatternVersionView.nullable(),
});
export type PatternVersionInUse = z.infer<typeof PatternVersionInUse>;

/** A style library without what stands on it. */
export const LibraryHead = z.strictObject({
  id: Id,
  name: z.string(),
  slug: z.string(),
  description: z.string(),
  access: ShelfAccess,
  ...Allowed,
  version: z.int(),
  /** The best of what was made with its patterns, for its cover. */
  best: z.array(PatternPicture),
});
export type LibraryHead = z.infer<typeof LibraryHead>;

/** Where a pattern went: how often, and the newest of each. */
export const PatternUses = z.strictObject({
  boards: z.strictObject({
    count: z.int(),
    newest: z.array(z.strictObject({ id: Id, name: z.string(), projectName: z.string(), prompts: z.int() })),
  }),
  runs: z.strictObject({ count: z.int(), succeeded: z.int(), newestAt: Instant.nullable() }),
  cards: z.strictObject({ count: z.int(), newest: z.array(z.strictObject({ id: Id, title: z.string(), status: z.string() })) }),
  publications: z.strictObject({ count: z.int(), newest: z.array(z.strictObject({ id: Id, title: z.string(), createdAt: Instant })) }),
});
export type PatternUses = z.infer<typeof PatternUses>;

export const LibraryView = LibraryHead.extend({
  /** In the order the shelf's curators gave them. */
  patterns: z.array(PatternSummary),
});
export type LibraryView = z.infer<typeof LibraryView>;

export const PatternTags = z
  .array(PlainText.trim().toLowerCase().min(1, "A tag needs a word.").max(40))
  .max(20)
  .transform((tags) => [...new Set(tags)]);

/** Picks a pattern may be read out of at once. */
export const MAX_PROMOTED = 16;

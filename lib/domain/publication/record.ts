import { z } from "zod";
import { AssetRights } from "../asset/rights";
import { MicrosText } from "../money/micros";
import { Recipe } from "../prompt/recipe";
import { CardAcceptableDefects, DefectMark } from "../review/defect";
import { VERDICTS } from "../review/stage-plan";
import { AttemptStatus } from "../review/status";
import { Id, Instant } from "../wire";
import { PublishCheck } from "./checklist";
import { DigitalSourceType } from "./digital-source";
import { Disclosure } from "./disclosure";
import { PublishWarning, SourceWay } from "./sources";
import { VisibleLabel } from "./visible-label";

const Person = z.strictObject({ id: Id, name: z.string() });
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** A picture that went into the result. */
const RecordedReference = z.strictObject({
  assetId: Id,
  fileName: z.string(),
  sha256: Sha256,
  role: z.string(),
  weight: z.number(),
  /** As described when it was published: source, licence, consent, expiry. */
  rights: AssetRights,
});

/** A picture behind the result, however far back, with its rights as described when it was published. */
const RecordedSource = z.strictObject({
  assetId: Id,
  fileName: z.string(),
  sha256: Sha256,
  way: SourceWay,
  rights: AssetRights,
});

const RecordedDefect = DefectMark.extend({
  foundBy: Person,
  acceptable: z.boolean(),
  waiver: z.strictObject({ by: Person, reason: z.string() }).nullable(),
});

const RecordedAttempt = z.strictObject({
  number: z.int(),
  status: AttemptStatus,
  contentHash: Sha256,
  viaFallback: z.boolean(),
  submittedBy: Person,
  submittedAt: Instant,
  decision: z.strictObject({ by: Person, at: Instant, note: z.string() }).nullable(),
  /** What was said of it stage by stage; empty where the owner decided alone. */
  votes: z.array(z.strictObject({ stage: z.string(), by: Person, verdict: z.enum(VERDICTS), note: z.string(), at: Instant })).default([]),
  defects: z.array(RecordedDefect),
});

/** A prompt on the way from the first one to the one that ran. */
export const Ancestor = z.strictObject({ promptId: Id, text: z.string(), createdAt: Instant });
export type Ancestor = z.infer<typeof Ancestor>;

/**
 * Everything somebody needs, years later and without the studio, to know what was released, how it was made, who decided
 * and what it cost. Written once, when it is published; what is learnt while the file is written stands beside it.
 */
export const PublicationRecord = z.strictObject({
  /** Counts up when the meaning of a field changes. */
  schemaVersion: z.literal(1),
  publicationId: Id,
  workspace: z.strictObject({ id: Id, name: z.string() }),
  project: z.strictObject({ id: Id, name: z.string() }),
  published: z.strictObject({ by: Person, at: Instant }),
  disclosure: Disclosure.extend({ decidedBy: Person, decidedAt: Instant }),
  /** The bytes that were approved. */
  source: z.strictObject({ assetId: Id, fileName: z.string(), mimeType: z.string(), sha256: Sha256, width: z.int(), height: z.int() }),
  /** What is written into the file; null when we cannot say how it was made and so claim nothing. */
  digitalSourceType: DigitalSourceType.nullable(),
  /** The id to be hidden in the pixels, which then differ from the approved ones by less than anybody sees; null: they stay as they are. */
  invisibleId: z.string().nullable().default(null),
  /** What the file shows, for who cannot see it, as said when it was published; written into the file. Null: nobody had said. */
  altText: z.string().nullable().default(null),
  /** What is to be drawn into a corner of the published picture; null: nothing is. */
  visibleLabel: VisibleLabel.nullable().default(null),
  /** How it was made; null for a file that no engine of ours made. */
  making: z
    .strictObject({
      promptId: Id,
      runId: Id,
      variantId: Id,
      seed: z.int(),
      recipe: Recipe,
      /** The exact engine, model and revision that ran. */
      engine: z.strictObject({ engineId: z.string(), modelId: z.string(), revision: z.string() }),
      references: z.array(RecordedReference),
      /** From the first prompt to the one that ran, each with its words. */
      lineage: z.array(Ancestor),
    })
    .nullable(),
  /** The file itself and every picture behind it: references, what went into them, and what was dropped on the way. */
  sources: z.array(RecordedSource).default([]),
  /** What was asked before it left, and what the answer was. */
  checks: z.array(PublishCheck).default([]),
  /** What nobody had said about their rights when it was published. */
  warnings: z.array(PublishWarning).default([]),
  card: z.strictObject({
    id: Id,
    title: z.string(),
    goal: z.string(),
    acceptableDefects: CardAcceptableDefects,
    owner: Person,
    lane: z.strictObject({ id: Id, name: z.string() }),
    retryLimit: z.int(),
    retriesUsed: z.int(),
    waivedRetries: z.int(),
  }),
  /** Oldest first; the last one is what was approved. */
  attempts: z.array(RecordedAttempt),
  /** Charged by every run of the lineage and of the card, each counted once. */
  cost: z.strictObject({ currency: z.string(), totalMicros: MicrosText, runs: z.int() }),
});
export type PublicationRecord = z.infer<typeof PublicationRecord>;

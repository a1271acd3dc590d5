import { z } from "zod";
import { MicrosText } from "../../money/micros";
import { DefectKind } from "../../review/defect";
import { JudgeAgreement } from "../../trial/agreement";
import { DriftFrom } from "../../trial/drift-from";
import { Id, Instant } from "../../wire";
import { Forecast } from "./forecast";
import { Rate } from "./wilson";

/** How some numbers lie: their quantiles, and how many fall into each tenth of the way from 0 to `to`. */
export const Distribution = z.strictObject({
  count: z.int(),
  least: z.number(),
  lower: z.number(),
  median: z.number(),
  upper: z.number(),
  most: z.number(),
  /** Equal bins from 0 to `to`. */
  bins: z.array(z.int()),
  to: z.number(),
});
export type Distribution = z.infer<typeof Distribution>;

/** How many different cells (subject and seed) are where. They add up to `all`. */
export const EvidenceCount = z.strictObject({
  all: z.int(),
  passed: z.int(),
  failed: z.int(),
  /** Moderation took the words. Counted in the rate as not passed: whoever calls the pattern gets no picture. */
  refused: z.int(),
  /** There is a picture that nobody judged. */
  undecided: z.int(),
  waiting: z.int(),
  /** The engine failed, or it was cancelled: says nothing about the pattern and is in no rate. */
  broken: z.int(),
});
export type EvidenceCount = z.infer<typeof EvidenceCount>;

/** A picture that judges passed, and what it shows. */
export const BestPicture = z.strictObject({
  assetId: Id,
  thumbHash: z.string(),
  width: z.int(),
  height: z.int(),
  subject: z.string(),
});
export type BestPicture = z.infer<typeof BestPicture>;

/** What is known of one version on one model revision. Rates are null where nothing was judged yet. */
export const EvidenceView = z.strictObject({
  patternId: Id,
  versionId: Id,
  number: z.int(),
  engineId: z.string(),
  modelId: z.string(),
  modelName: z.string(),
  /** The revision it was measured on. */
  modelRevision: z.string(),
  /** The revision the catalogue has now; null when the model is gone. */
  currentRevision: z.string().nullable(),
  /** The model changed since: it says nothing of what the pattern makes today. A new trial does. */
  stale: z.boolean(),
  trials: z.int(),
  /** When the newest of them was started. */
  newestTrialAt: Instant,
  count: EvidenceCount,
  rate: Rate.nullable(),
  bySubject: z.array(z.strictObject({ subject: z.string(), rate: Rate.nullable() })),
  bySeed: z.array(z.strictObject({ seed: z.int(), rate: Rate.nullable() })),
  drift: z.strictObject({
    /** Of manner (0–1) and of colour (ΔE in OKLab), from the pattern's style references. */
    styleFromReferences: Distribution.nullable(),
    paletteFromReferences: Distribution.nullable(),
    /** The same from the subject's pictures at other seeds. */
    styleFromRow: Distribution.nullable(),
    paletteFromRow: Distribution.nullable(),
    compositionChange: Distribution.nullable(),
  }),
  /** What `styleFromReferences` and `paletteFromReferences` are measured from. */
  driftFrom: DriftFrom.default("references"),
  /** Pictures of blind trials whose verdicts whoever asks sees once they have judged them; they count as not judged until then. */
  hidden: z.int().default(0),
  nearDuplicates: z.int(),
  /** Pictures that were looked at for unsafe content, and of those the flagged ones. */
  unsafe: z.strictObject({ checked: z.int(), flagged: z.int() }),
  /** What failed most, first. */
  defects: z.array(z.strictObject({ kind: DefectKind.nullable(), count: z.int() })),
  /** Everything its trials cost, refusals and failures too. */
  spentMicros: MicrosText,
  /** One picture, and one accepted picture with what did not pass before it, both on average and rounded; null where there is none. */
  imageMicros: MicrosText.nullable(),
  acceptedMicros: MicrosText.nullable(),
  latencyMs: z.strictObject({ median: z.int(), p95: z.int() }).nullable(),
  /** For one and for five accepted pictures. */
  forecasts: z.array(Forecast),
  agreement: JudgeAgreement.nullable(),
  /** What most judges passed; null before anything was. */
  best: BestPicture.nullable(),
});
export type EvidenceView = z.infer<typeof EvidenceView>;

import { z } from "zod";
import { ASSET_KINDS, VideoShape } from "../asset/asset-view";
import { MicrosText } from "../money/micros";
import { Difference } from "../prompt/difference";
import { Seed } from "../prompt/recipe";
import { PublishCheck } from "../publication/checklist";
import { PublishWarning } from "../publication/sources";
import { RunView } from "../run/view";
import { Id, Instant, PageRequest, pageOf } from "../wire";
import { CARD_ACTS, type CardAct } from "./acts";
import { STALE_REASONS } from "./card";
import { COLUMN_MOVES } from "./column-move";
import { CardAcceptableDefects, DefectMark } from "./defect";
import { FallbackPath } from "./fallback";
import { TEMPLATE_TERMS } from "./from-template";
import { MISSING_PARTS } from "./missing-parts";
import { QueueSort } from "./queue-order";
import { RECHECK_VERDICTS } from "./recheck";
import { RequiredCheck } from "./required-check";
import { Stage, StageStart, VERDICTS } from "./stage-plan";
import { AttemptStatus, CARD_STATUSES, CardStatus } from "./status";

/** A member as a card names them. */
export const PersonName = z.strictObject({ id: Id, name: z.string() });
export type PersonName = z.infer<typeof PersonName>;

/** ●●○ : `total` is the limit with what was waived; `used` never exceeds it. */
export const RetryMeter = z.strictObject({ used: z.int(), total: z.int(), left: z.int(), waived: z.int() });
export type RetryMeter = z.infer<typeof RetryMeter>;

/** The picture of an attempt; its renditions are at `/assets/<assetId>/<thumb|screen|original>`. */
export const AttemptPicture = z.strictObject({
  assetId: Id,
  kind: z.enum(ASSET_KINDS),
  fileName: z.string(),
  mimeType: z.string(),
  width: z.int(),
  height: z.int(),
  thumbHash: z.string(),
  /** How it plays; null for a picture. */
  video: VideoShape.nullable(),
});
export type AttemptPicture = z.infer<typeof AttemptPicture>;

export const DefectView = DefectMark.extend({
  id: Id,
  foundBy: PersonName,
  createdAt: Instant,
  /** On the card's acceptable list. */
  acceptable: z.boolean(),
  /** The defect of an earlier attempt that was still there. */
  carriedFromId: Id.nullable(),
  /** The later attempt that mended it, by its number. */
  fixedIn: z.int().nullable(),
  waiver: z.strictObject({ by: PersonName, reason: z.string() }).nullable(),
});
export type DefectView = z.infer<typeof DefectView>;

export const AttemptView = z.strictObject({
  id: Id,
  number: z.int(),
  status: AttemptStatus,
  note: z.string(),
  viaFallback: z.boolean(),
  /** The number of the approved attempt whose review it asks for again, with the same file. */
  renews: z.int().nullable(),
  picture: AttemptPicture,
  /** The pictures it offers, of which whoever decides chooses one; empty for a single one. */
  options: z.array(AttemptPicture.pick({ assetId: true, fileName: true, width: true, height: true, thumbHash: true })),
  /** Who chose the picture on offer that is decided on. */
  pickedBy: PersonName.nullable(),
  /** Where it came from; null for a file that no engine of ours made. */
  variant: z
    .strictObject({
      id: Id,
      promptId: Id,
      boardId: Id,
      runId: Id,
      seed: Seed,
      engineId: z.string(),
      /** The run that made it: what with, and what it was to cost and did, all its pictures together. */
      run: RunView.pick({ quoteMicros: true, actualMicros: true, whyCharged: true, count: true }).extend({ modelName: z.string() }),
    })
    .nullable(),
  contentHash: z.string(),
  submittedBy: PersonName,
  submittedAt: Instant,
  decision: z.strictObject({ by: PersonName, at: Instant, note: z.string() }).nullable(),
  /** An approval that no longer counts. */
  stale: z.boolean(),
  /** Why its approval no longer counts; null when it does, or there is none. */
  staleBecause: z.enum(STALE_REASONS).nullable(),
  /** Who edited its recipe after the approval, what differs by now, and where the edit is; null while nobody did. */
  recipeEdit: z.strictObject({ by: PersonName, at: Instant, promptId: Id, boardId: Id, difference: z.array(Difference) }).nullable(),
  defects: z.array(DefectView),
});
export type AttemptView = z.infer<typeof AttemptView>;

/** Whether the person asking may do this now; when not, the sentence that says why. */
export const ActView = z.strictObject({ allowed: z.boolean(), reason: z.string().nullable() });
export type ActView = z.infer<typeof ActView>;

const ACTS = Object.keys(CARD_ACTS) as [CardAct, ...CardAct[]];

/** One line of a card's history. */
export const HistoryEntry = z.strictObject({
  id: Id,
  /** `card.approve`, `card.waive-retry` … */
  verb: z.string(),
  by: PersonName.nullable(),
  /** What they called themselves, when it was a guest. */
  guest: z.string().nullable(),
  /** From whom to whom the card, its work by hand or a seat went by it; null when nothing changed hands. */
  handed: z.strictObject({ from: PersonName.nullable(), to: PersonName.nullable() }).nullable(),
  /** The cards a split made; on one of those, the card it was made of. */
  cards: z.array(z.strictObject({ id: Id, title: z.string() })),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  at: Instant,
});
export type HistoryEntry = z.infer<typeof HistoryEntry>;

/** What others did to a card since the person asking looked at it. */
export const Unseen = z.strictObject({ acts: z.int(), newest: HistoryEntry });
export type Unseen = z.infer<typeof Unseen>;

/** A card as lists and columns show it. */
export const CardSummary = z.strictObject({
  id: Id,
  title: z.string(),
  goal: z.string(),
  status: CardStatus,
  lane: z.strictObject({
    id: Id,
    name: z.string(),
    kind: z.enum(["exploration", "production"]),
    /** Whether it takes finals of a picked draft only: then drafts are run for its cards too. */
    requiresDraft: z.boolean(),
  }),
  project: z.strictObject({ id: Id, name: z.string() }),
  owner: PersonName.nullable(),
  createdBy: PersonName,
  meter: RetryMeter,
  dueAt: Instant.nullable(),
  overdue: z.boolean(),
  attempts: z.int(),
  /** Its newest attempt was approved, and that approval does not count any more. */
  stale: z.boolean(),
  /** Charged by its runs so far. */
  costMicros: MicrosText,
  /** The newest attempt, which a decision names. */
  attemptId: Id.nullable(),
  /** The newest attempt's picture. */
  picture: AttemptPicture.nullable(),
  /** The columns' moves its status leaves open, and whether the person asking may make them. */
  moves: z.partialRecord(z.enum(COLUMN_MOVES), ActView),
  /** Null when nothing is new to the person asking. */
  unseen: Unseen.nullable(),
  version: z.int(),
  createdAt: Instant,
});
export type CardSummary = z.infer<typeof CardSummary>;

/** A stage of a card as it stands on the newest attempt. */
export const StageView = z.strictObject({
  name: z.string(),
  /** The stage that follows all others because no other seats the owner. */
  isOwners: z.boolean(),
  rule: Stage.shape.rule,
  start: StageStart,
  state: z.enum(["waiting", "open", "passed"]),
  /** When it begins or began; null while that depends on a decision. */
  opensAt: Instant.nullable(),
  seats: z.array(
    z.strictObject({
      person: PersonName,
      said: z.strictObject({ verdict: z.enum(VERDICTS), note: z.string(), at: Instant }).nullable(),
    }),
  ),
});
export type StageView = z.infer<typeof StageView>;

/** What a fallback path names, by its own name. */
export const FallbackTarget = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("engine"), id: z.string(), name: z.string() }),
  z.strictObject({
    kind: z.literal("pattern"),
    id: Id,
    name: z.string(),
    slug: z.string(),
    /** Whether a version of it is in production; lanes of production run no other. */
    isSigned: z.boolean(),
  }),
  z.strictObject({ kind: z.literal("library-asset"), id: Id, name: z.string(), picture: AttemptPicture }),
  z.strictObject({ kind: z.literal("manual"), id: Id, name: z.string() }),
]);
export type FallbackTarget = z.infer<typeof FallbackTarget>;

/** A card in full, as the person asking sees it. */
export const CardView = CardSummary.omit({
  attempts: true,
  attemptId: true,
  picture: true,
  stale: true,
  unseen: true,
  moves: true,
  costMicros: true,
}).extend({
  acceptableDefects: CardAcceptableDefects,
  retryLimit: z.int().nullable(),
  fallbackPath: FallbackPath.nullable(),
  fallbackTakenAt: Instant.nullable(),
  /** What the path comes to: in words that follow "Then", what it names, and what stands against it as agreed. */
  fallback: z.strictObject({ sentence: z.string(), target: FallbackTarget.nullable(), note: z.string().nullable() }).nullable(),
  /** The run that makes the fallback path's attempt, or last tried to; null once that is there, and where no run does. */
  fallbackRunId: Id.nullable(),
  /** Who makes the last attempt by hand; null while nobody is named for it. */
  maker: PersonName.nullable(),
  /** The template it started from, and each term that is not the template's any more with what the template says. */
  template: z
    .strictObject({ id: Id, name: z.string(), changed: z.array(z.strictObject({ term: z.enum(TEMPLATE_TERMS), was: z.string() })) })
    .nullable(),
  /** Who decides, in which order, and what was said of the newest attempt; empty: the owner alone. */
  stages: z.array(StageView),
  /** Variables of the goal for which nothing stands yet. */
  openVariables: z.array(z.string()),
  /** Whether its owner is found when it is submitted: whoever has the fewest open cards. */
  ownerByRotation: z.boolean(),
  /** What a person must tick, and who did so for the newest attempt. */
  requiredChecks: z.array(RequiredCheck.extend({ tick: z.strictObject({ by: PersonName, at: Instant }).nullable() })),
  /** What it lacks before it can be submitted. */
  missing: z.array(z.enum(MISSING_PARTS)),
  /** Oldest first; the last one is current. */
  attempts: z.array(AttemptView),
  /** Defects of earlier attempts that the newest one was to mend, and what was said of each; empty while none is waiting. */
  recheck: z.array(z.strictObject({ defectId: Id, attempt: z.int(), verdict: z.enum(RECHECK_VERDICTS).nullable() })),
  /** Where the card stands, in one sentence. */
  standing: z.string(),
  acts: z.record(z.enum(ACTS), ActView),
  /** Whether the person asking may publish the newest attempt now; when not, why. `warnings`: what to know before. */
  publishing: ActView.extend({
    warnings: z.array(PublishWarning),
    /** What is asked before it leaves, point by point; empty while there is no attempt. */
    checks: z.array(PublishCheck),
    /** Whether an invisible id may be hidden in its pixels. */
    invisibleId: ActView,
    /** Whether what viewers are told can be drawn into it. */
    visibleLabel: ActView,
    /** What the file shows, as said until now; goes into what is published. */
    altText: z.string().nullable(),
  }),
  splitFrom: z.strictObject({ id: Id, title: z.string() }).nullable(),
  splitInto: z.array(z.strictObject({ id: Id, title: z.string(), status: CardStatus })),
  publicationId: Id.nullable(),
  /** Charged by the runs that were started for this card or made its attempts. */
  costMicros: MicrosText,
});
export type CardView = z.infer<typeof CardView>;

export const QUEUE_VIEWS = ["mine", "unassigned", "waiting", "overdue", "all"] as const;
/**
 * `mine`: the next step is mine – I own what waits for a decision or is exhausted, or I wrote what has to be (re)made.
 * `waiting`: I am involved and the next step is somebody else's. `unassigned`: open and without an owner.
 */
export const QueueView = z.enum(QUEUE_VIEWS);
export type QueueView = z.infer<typeof QueueView>;

/** A way of looking at the queue, as it is kept and as an address holds it. */
export const QueueFilter = z.strictObject({
  view: QueueView,
  laneId: Id.nullable(),
  sort: QueueSort,
  layout: z.enum(["list", "columns"]),
});
export type QueueFilter = z.infer<typeof QueueFilter>;

export const SavedFilter = z.strictObject({ id: Id, name: z.string(), filter: QueueFilter });
export type SavedFilter = z.infer<typeof SavedFilter>;

export const QueueRequest = z.strictObject({
  sort: QueueSort.default("due"),
  view: QueueView.default("mine"),
  status: z.array(CardStatus).max(CARD_STATUSES.length).optional(),
  laneId: Id.optional(),
  projectId: Id.optional(),
  ...PageRequest,
});

/** One page of the queue, in the order asked for. */
export const QueuePage = pageOf(CardSummary).extend({
  /** Cards of this view in each column, whatever `status` asked for. */
  columns: z.record(CardStatus, z.int()),
  /** Cards in each view, in this lane and project. */
  views: z.record(QueueView, z.int()),
});
export type QueuePage = z.infer<typeof QueuePage>;

/** What every act on a card answers: enough to know it happened; the card itself is read again. */
export const CardMoved = z.strictObject({ cardId: Id, status: CardStatus, version: z.int() });
export type CardMoved = z.infer<typeof CardMoved>;

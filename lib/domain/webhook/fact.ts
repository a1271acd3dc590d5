import { z } from "zod";
import { MicrosText } from "../money/micros";
import { CalledPattern } from "../pattern/call";
import { LabelMoveKind } from "../pattern/label/view";
import { LabelName } from "../pattern/view";
import { FailureKind } from "../run/failure";
import { RunStatus } from "../run/states";
import { Id, Instant } from "../wire";

/** What an endpoint can be told of. */
export const WEBHOOK_KINDS = [
  "run.finished",
  "card.submitted",
  "card.decided",
  "card.exhausted",
  "card.overdue",
  "comment.added",
  "label.moved",
  "publication.released",
] as const;
export const WebhookKind = z.enum(WEBHOOK_KINDS);
export type WebhookKind = z.infer<typeof WebhookKind>;

/** What each message says, under `data`. Addresses are below the studio's and take an API key; money is text in micro-dollars. */
export const WEBHOOK_DATA = {
  "run.finished": z.strictObject({
    runId: Id,
    projectId: Id,
    promptId: Id,
    cardId: Id.nullable(),
    /** `succeeded`, `refused`, `failed` or `cancelled`. */
    status: RunStatus,
    /** The version that was run, and the label it was called by; null for a run that was not made from a pattern. */
    pattern: CalledPattern.nullable(),
    outputs: z.array(z.strictObject({ variantId: Id, assetId: Id, seed: z.int(), contentHash: z.string(), url: z.string() })),
    quoteMicros: MicrosText,
    actualMicros: MicrosText,
    failure: z.strictObject({ kind: FailureKind, sentence: z.string() }).nullable(),
    /** The run that goes on in the place of this failed one. */
    switchedToRunId: Id.nullable(),
  }),
  "card.decided": z.strictObject({
    cardId: Id,
    projectId: Id,
    title: z.string(),
    decision: z.enum(["approved", "changes-requested", "rejected"]),
    /** Where the card stands now. */
    status: z.string(),
    attemptId: Id,
    attempt: z.int(),
    contentHash: z.string(),
    note: z.string(),
  }),
  "card.submitted": z.strictObject({
    cardId: Id,
    projectId: Id,
    title: z.string(),
    ownerId: Id.nullable(),
    attemptId: Id,
    attempt: z.int(),
    contentHash: z.string(),
  }),
  "card.exhausted": z.strictObject({ cardId: Id, projectId: Id, title: z.string(), attemptId: Id, attempt: z.int(), note: z.string() }),
  "card.overdue": z.strictObject({
    cardId: Id,
    projectId: Id,
    title: z.string(),
    status: z.string(),
    ownerId: Id.nullable(),
    dueAt: z.string(),
  }),
  "comment.added": z.strictObject({
    commentId: Id,
    /** The comment that began the thread; the same as `commentId` for that one itself. */
    threadId: Id,
    cardId: Id,
    projectId: Id,
    attemptId: Id,
    defectId: Id.nullable(),
    author: z.strictObject({ kind: z.enum(["member", "guest"]), name: z.string() }),
    body: z.string(),
  }),
  "label.moved": z.strictObject({
    patternId: Id,
    slug: z.string(),
    label: LabelName,
    kind: LabelMoveKind,
    /** Numbers of versions; null: it pointed nowhere before, or was taken off. */
    from: z.int().nullable(),
    to: z.int().nullable(),
    reason: z.string(),
  }),
  "publication.released": z.strictObject({
    publicationId: Id,
    cardId: Id,
    projectId: Id,
    assetId: Id,
    contentHash: z.string(),
    url: z.string(),
    recordUrl: z.string(),
    /** The same addresses, signed: whoever has one needs no key until then. `manifest`: null for a file that carries its own. */
    links: z.strictObject({ file: z.string(), record: z.string(), manifest: z.string().nullable(), until: Instant }),
  }),
} as const satisfies Record<WebhookKind, z.ZodType>;

export type WebhookData<Kind extends WebhookKind> = z.infer<(typeof WEBHOOK_DATA)[Kind]>;

/** Sent from the settings, so that an engineer sees a message arrive. */
export const TEST_KIND = "test";

/** The message as it is signed and sent. */
export function messageBody(kind: WebhookKind | typeof TEST_KIND, happenedAt: Date, data: object): string {
  return JSON.stringify({ type: kind, timestamp: happenedAt.toISOString(), data });
}

import { z } from "zod";

/**
 * Every job by name with the shape of its payload. A payload carries ids only: a handler re-reads the facts, because
 * it may run late, twice, or after a crash.
 */
export const JOB_PAYLOADS = {
  /** Submit a queued run once, follow it to its end, store its outputs. */
  "run.generate": z.strictObject({ workspaceId: z.uuid(), runId: z.uuid() }),
  /** Start the cells of a grid, one after the other. */
  "grid.fill": z.strictObject({ workspaceId: z.uuid(), gridId: z.uuid() }),
  /** Look at the picture of one cell of a trial. */
  "trial.measure": z.strictObject({ workspaceId: z.uuid(), trialId: z.uuid(), cell: z.int().min(0) }),
  /**
   * Paint what a pattern would give for these values, for somebody who is choosing them. There is no row to re-read: what was
   * asked is only here, and what was painted only in the job's answer, until both are forgotten.
   */
  "pattern.preview": z.strictObject({ workspaceId: z.uuid(), versionId: z.uuid(), values: z.record(z.string(), z.string()) }),
  /** Look for a run that may or may not have arrived in the provider's own list; `look` counts the looks before this one. */
  "run.find": z.strictObject({ workspaceId: z.uuid(), runId: z.uuid(), look: z.int().min(0) }),
  /** Embed provenance into the published file and complete the publication. */
  "publication.write": z.strictObject({ workspaceId: z.uuid(), publicationId: z.uuid() }),
  /** Put a publication's file into a bucket, once; the next try is a job of its own. */
  "publication.deliver": z.strictObject({ workspaceId: z.uuid(), deliveryId: z.uuid() }),
  /** See whether a picture that was sent to review shows what must not go out unseen. */
  "asset.look": z.strictObject({ workspaceId: z.uuid(), assetId: z.uuid() }),
  /** Go on with a choice of many files, or with taking it back. */
  "asset.choose": z.strictObject({ workspaceId: z.uuid(), choiceId: z.uuid() }),
  /** Look through the files of a zip until it can be downloaded. */
  "zip.pack": z.strictObject({ workspaceId: z.uuid(), zipId: z.uuid() }),
  /** Look at a video that was sent, make its pictures, and the asset. */
  "upload.check": z.strictObject({ workspaceId: z.uuid(), uploadId: z.uuid() }),
  /** Ask the workspace's language model what a help was asked for, once. */
  "help.answer": z.strictObject({ workspaceId: z.uuid(), helpId: z.uuid() }),
  /** Send a message to an endpoint outside the studio, once; the next try is a job of its own. */
  "webhook.deliver": z.strictObject({ workspaceId: z.uuid(), deliveryId: z.uuid() }),
  /** Try a connection with a call that costs nothing. */
  "engine.check": z.strictObject({ workspaceId: z.uuid(), engineId: z.string() }),
  /** Open a live session, watch it while it goes on, and settle it when it is over; the next look is a job of its own. */
  "live.follow": z.strictObject({ workspaceId: z.uuid(), sessionId: z.uuid() }),
  /** Read what a live engine has to choose from, with calls that cost nothing. */
  "live.offers": z.strictObject({ workspaceId: z.uuid(), engineId: z.string() }),
  /** Remind of what is due, tell leads of what is late, send the e-mail that waits. */
  "notice.round": z.strictObject({}),
  /** Remove abandoned uploads, old event rows and old idempotency answers. */
  "house.sweep": z.strictObject({}),
} as const;

/** Beside the payload a job may carry the trace of the request that asked for it, as W3C writes it. No handler sees it. */
export const TRACEPARENT = "traceparent";

export type JobName = keyof typeof JOB_PAYLOADS;
export const JOB_NAMES = Object.keys(JOB_PAYLOADS) as JobName[];

export type Job = {
  [Name in JobName]: {
    readonly name: Name;
    readonly payload: z.infer<(typeof JOB_PAYLOADS)[Name]>;
    /** Higher first; drafts go before finals. */
    readonly priority?: number;
    readonly startAfterSeconds?: number;
  };
}[JobName];

/**
 * How each queue retries and how long silence may last before its job is given to another worker. A try ends with an error or in silence; a worker
 * that was killed on this host gives its jobs back uncounted (give-back.ts).
 */
export const QUEUE_OPTIONS = {
  "run.generate": { retryLimit: 20, retryDelay: 1, retryBackoff: false, heartbeatSeconds: 10, expireInSeconds: 6 * 3600 },
  "grid.fill": { retryLimit: 20, retryDelay: 1, retryBackoff: false, heartbeatSeconds: 10, expireInSeconds: 3600 },
  "trial.measure": { retryLimit: 10, retryDelay: 1, retryBackoff: true, retryDelayMax: 20, heartbeatSeconds: 10, expireInSeconds: 300 },
  "pattern.preview": { retryLimit: 0, heartbeatSeconds: 10, expireInSeconds: 60, retentionSeconds: 60, deleteAfterSeconds: 60 },
  "run.find": { retryLimit: 5, retryDelay: 5, retryBackoff: true, heartbeatSeconds: 10, expireInSeconds: 600 },
  "publication.write": { retryLimit: 10, retryDelay: 1, retryBackoff: true, heartbeatSeconds: 10, expireInSeconds: 3600 },
  "publication.deliver": { retryLimit: 20, retryDelay: 1, retryBackoff: true, heartbeatSeconds: 10, expireInSeconds: 3600 },
  "asset.look": { retryLimit: 10, retryDelay: 1, retryBackoff: true, retryDelayMax: 20, heartbeatSeconds: 10, expireInSeconds: 300 },
  "asset.choose": { retryLimit: 20, retryDelay: 1, retryBackoff: true, retryDelayMax: 20, heartbeatSeconds: 10, expireInSeconds: 3600 },
  "zip.pack": { retryLimit: 20, retryDelay: 1, retryBackoff: true, retryDelayMax: 20, heartbeatSeconds: 10, expireInSeconds: 6 * 3600 },
  "upload.check": { retryLimit: 10, retryDelay: 1, retryBackoff: true, heartbeatSeconds: 10, expireInSeconds: 1800 },
  "help.answer": { retryLimit: 5, retryDelay: 1, retryBackoff: true, heartbeatSeconds: 10, expireInSeconds: 300 },
  "webhook.deliver": { retryLimit: 20, retryDelay: 1, retryBackoff: true, heartbeatSeconds: 10, expireInSeconds: 120 },
  "engine.check": { retryLimit: 2, retryDelay: 2, retryBackoff: false, heartbeatSeconds: 10, expireInSeconds: 300 },
  "live.follow": { retryLimit: 20, retryDelay: 2, retryBackoff: true, retryDelayMax: 60, heartbeatSeconds: 10, expireInSeconds: 120 },
  "live.offers": { retryLimit: 2, retryDelay: 2, retryBackoff: false, heartbeatSeconds: 10, expireInSeconds: 120 },
  "notice.round": { retryLimit: 0, heartbeatSeconds: 10, expireInSeconds: 300 },
  "house.sweep": { retryLimit: 2, retryDelay: 60, retryBackoff: false, heartbeatSeconds: 10, expireInSeconds: 600 },
} as const satisfies Record<JobName, object>;

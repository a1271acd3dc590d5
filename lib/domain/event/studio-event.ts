import { z } from "zod";

/**
 * What the studio tells open screens: which thing changed and at which version – never its content. A screen re-reads
 * what it shows, so a person never receives what they may not see, and an old event cannot overwrite newer facts.
 */
export const EVENT_KINDS = [
  "project",
  "board",
  "prompt",
  "section",
  "note",
  "run",
  "grid",
  "help",
  "snippet",
  "variant",
  "vote",
  "comparison",
  "asset",
  "zip",
  "library",
  "pattern",
  "eval-set",
  "trial",
  "card",
  "playlist",
  "comment",
  "defect-kind",
  "notice",
  "publication",
  "share",
  "lane",
  "member",
  "engine",
  "webhook",
  "live",
] as const;
export const EventKind = z.enum(EVENT_KINDS);
export type EventKind = z.infer<typeof EventKind>;

export const StudioEvent = z.strictObject({
  kind: EventKind,
  id: z.uuid(),
  /** Counts up with every change of this thing; a screen ignores a version it already has. */
  version: z.int().min(0),
  /** Where it belongs, so that a screen re-reads only what it shows. */
  projectId: z.uuid().optional(),
  boardId: z.uuid().optional(),
  /** One word for what happened, e.g. `succeeded`; used for announcements. */
  act: z.string().max(40),
});
export type StudioEvent = z.infer<typeof StudioEvent>;

/** An event with its place in the workspace's stream. `eventId` is what `lastEventId` carries back after a lost connection. */
export type PlacedEvent = { readonly eventId: string; readonly event: StudioEvent };

import { z } from "zod";
import { MicrosText } from "../money/micros";
import { Id, Instant } from "../wire";
import { EndReason, LiveMode, TranscriptLine } from "./session";

/** The file a session leaves: what a recipe is to a picture, with what was said and what it cost. Plain JSON. */
export const SessionRecord = z.strictObject({
  format: z.literal("selects-live-session-1"),
  sessionId: Id,
  engineId: z.string(),
  modelId: z.string(),
  /** The provider's own id of it; null when it never came to be there. */
  remoteId: z.string().nullable(),
  avatarId: z.string(),
  /** As its engine called it; records from before that was kept have none. */
  avatarName: z.string().nullable().default(null),
  voiceId: z.string().nullable().default(null),
  contextId: z.string().nullable().default(null),
  mode: LiveMode,
  startedBy: z.string(),
  joinedAt: Instant.nullable(),
  endedAt: Instant,
  endReason: EndReason,
  seconds: z.int(),
  quoteMicros: MicrosText,
  actualMicros: MicrosText,
  costFrom: z.enum(["provider", "seconds"]),
  transcript: z.array(TranscriptLine),
});
export type SessionRecord = z.infer<typeof SessionRecord>;

export const SESSION_TYPE = "application/json";

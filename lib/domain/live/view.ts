import { z } from "zod";
import { MicrosText } from "../money/micros";
import { Id, Instant } from "../wire";
import { EndReason, LiveMode, LiveStatus, Transcript } from "./session";

/** A live session as lists show it. */
export const LiveSessionView = z
  .strictObject({
    id: Id,
    projectId: Id,
    engineId: z.string(),
    engineName: z.string(),
    modelId: z.string(),
    avatarId: z.string(),
    mode: LiveMode,
    status: LiveStatus,
    /** Longest it may take. */
    maxSeconds: z.int(),
    /** What a minute costs, as it was when it began. */
    minuteMicros: MicrosText,
    quoteMicros: MicrosText,
    actualMicros: MicrosText.nullable(),
    /** Whose figure the actual is. */
    costFrom: z.enum(["provider", "seconds"]).nullable(),
    /** How long it was, by the provider's count where it gives one. */
    seconds: z.int().nullable(),
    endReason: EndReason.nullable(),
    /** Why it could not be opened, in a sentence. */
    failure: z.string().nullable(),
    startedBy: z.string(),
    startedById: Id,
    joinedAt: Instant.nullable(),
    endedAt: Instant.nullable(),
    /** Its transcript and figures as a file, once it is over. */
    assetId: Id.nullable(),
    lineCount: z.int(),
    version: z.int(),
    createdAt: Instant,
  })
  .meta({ description: "A session with an avatar: who, how long, at what price." });
export type LiveSessionView = z.infer<typeof LiveSessionView>;

/** A session with everything that was said. */
export const LiveSessionPage = LiveSessionView.extend({ transcript: Transcript });
export type LiveSessionPage = z.infer<typeof LiveSessionPage>;

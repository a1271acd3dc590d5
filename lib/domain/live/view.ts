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
    /** What its engine calls the avatar; null where it was named by its id alone. */
    avatarName: z.string().nullable(),
    voiceId: z.string().nullable(),
    contextId: z.string().nullable(),
    /** Whether one can write to it and give it words to say; else it only hears. */
    takesText: z.boolean(),
    mode: LiveMode,
    status: LiveStatus,
    /** Longest it may take. */
    maxSeconds: z.int(),
    /** What its beginning and a minute cost, as they were when it began. */
    startMicros: MicrosText,
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

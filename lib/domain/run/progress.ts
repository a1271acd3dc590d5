import { z } from "zod";

/** What a run in flight shows. Replaced as a whole; a finished run has an empty one. */
export const RunProgress = z.strictObject({
  /** 0–1, or null when the engine does not say. */
  fraction: z.number().min(0).max(1).nullable().optional(),
  /** The engine's own place in its queue, 0 = next. */
  queuePosition: z.int().min(0).nullable().optional(),
  /** Why a queued run is not sent yet, or one at work does not go on, in a sentence. */
  waits: z.string().optional(),
  /** What the provider's own list said of an unknown run, in a sentence. */
  asked: z.string().optional(),
  /** Nothing more is looked up about an unknown run: a person has to say what became of it. */
  needsPerson: z.boolean().optional(),
  /** Small pictures of what is coming, by index; bytes by content hash, shown through /assets/preview. */
  previews: z.array(z.strictObject({ index: z.int().min(0), sha256: z.string(), mimeType: z.string(), thumbHash: z.string() })).optional(),
});
export type RunProgress = z.infer<typeof RunProgress>;

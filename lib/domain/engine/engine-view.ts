import { z } from "zod";
import { MicrosText } from "../money/micros";
import { Instant } from "../wire";
import { EngineHealth } from "./breaker";
import { ModelCategory } from "./capabilities";
import { CheckOutcome } from "./connection";

/** A model of an engine as a workspace stands to it. */
export const EngineModelView = z.strictObject({
  modelId: z.string(),
  name: z.string(),
  category: z.enum([...ModelCategory.options, "avatar.live"]),
  /** Why it cannot be chosen for a prompt, in a sentence; null when it can. */
  whyNot: z.string().nullable(),
  /** Where its price comes from. `unknown`: a lead has to enter one before it can run. */
  priceFrom: z.enum(["catalogue", "lead", "unknown"]),
  /** What a lead entered for one output, one second of a video or one minute of a session. */
  enteredMicros: MicrosText.nullable(),
  /** What the catalogue says a minute of a session costs; null for everything else. */
  minuteMicros: MicrosText.nullable(),
  /** What else a session takes; null for everything else. */
  live: z
    .strictObject({
      startMicros: MicrosText,
      maxMinutes: z.int(),
      /** Whether one can write to it and give it words to say; else it only hears. */
      takesText: z.boolean(),
    })
    .nullable(),
  billedPer: z.enum(["image", "second", "minute", "other"]),
});
export type EngineModelView = z.infer<typeof EngineModelView>;

/** A workspace's connection as it is shown: the key is not among it. */
export const ConnectionView = z.strictObject({
  keyHint: z.string(),
  baseUrl: z.string().nullable(),
  options: z.record(z.string(), z.string()),
  hasWebhookSecret: z.boolean(),
  /** Runs, helps and live sessions at once, and submits a minute; null = no limit of ours. */
  atOnce: z.int().nullable(),
  perMinute: z.int().nullable(),
  connectedAt: Instant,
  connectedBy: z.string(),
  /** The last test; null while the first one is under way. */
  check: z.strictObject({ outcome: CheckOutcome, reason: z.string(), at: Instant }).nullable(),
});
export type ConnectionView = z.infer<typeof ConnectionView>;

/** An engine of the studio with what a workspace has of it. */
export const EngineView = z.strictObject({
  engineId: z.string(),
  name: z.string(),
  /** Part of the studio: nothing to connect. */
  isBuiltIn: z.boolean(),
  needs: z.strictObject({
    key: z.enum(["required", "optional"]),
    baseUrl: z.enum(["required", "optional"]),
    webhookSecret: z.boolean(),
    options: z
      .array(
        z.strictObject({
          key: z.string(),
          label: z.string(),
          hint: z.string(),
          /** The only values it takes besides none; absent: any text. */
          values: z.array(z.string()).readonly().optional(),
          isRequired: z.boolean().optional(),
        }),
      )
      .readonly(),
  }),
  /** Where the provider itself answers: a connection may always name these. */
  hosts: z.array(z.string()).readonly(),
  connection: ConnectionView.nullable(),
  /** What its last answers say about it; null without a connection. */
  health: EngineHealth.nullable(),
  models: z.array(EngineModelView),
});
export type EngineView = z.infer<typeof EngineView>;

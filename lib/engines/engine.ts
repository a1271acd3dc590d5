import type { ModelCapabilities } from "@/lib/domain/engine/capabilities";
import type { CheckOutcome, Connection } from "@/lib/domain/engine/connection";
import type { Settings } from "@/lib/domain/engine/control";
import type { Estimate } from "@/lib/domain/engine/pricing";
import type { AspectRatio, Quality, ReferenceRole } from "@/lib/domain/prompt/recipe";
import type { Failure } from "@/lib/domain/run/failure";

export type { ModelCapabilities } from "@/lib/domain/engine/capabilities";
export type { Connection } from "@/lib/domain/engine/connection";
export type { Estimate } from "@/lib/domain/engine/pricing";

/**
 * The engine contract. An engine turns a request into pictures or videos; an adapter translates one provider's wire into this
 * contract and does nothing else. It never touches the database, never decides policy and never retries a submit.
 *
 * Life of a run: the caller writes its intent → `submit` once → stores the operation → `poll` until terminal, in this
 * process or in another one after a crash. Everything needed to go on is inside the operation (plain JSON).
 */
export interface Engine {
  /** Stable id, the same as in the catalogue and in every recipe. */
  readonly id: string;
  /** Least time a provider wants between two looks at a job; absent: the caller's own pace. Milliseconds. */
  readonly lookEveryMs?: number;
  /** What each model of this engine accepts. Pure data; may be shown in the browser. */
  capabilities(): readonly ModelCapabilities[];
  /** Price of a request before it runs. Pure. Throws `RangeError` for a model this engine does not have. */
  estimate(request: EstimateRequest): Estimate;
  /**
   * Starts the work and returns at once. Called at most once for a run id. An adapter must answer `ambiguous` when the
   * provider may have received the request (connection lost after sending): the caller then reconciles, never resends.
   */
  submit(request: EngineRequest, context: EngineContext): Promise<Submitted>;
  /**
   * Reads the state of a submitted operation. Safe to repeat, from any process, also after a terminal answer. A thrown
   * error is a fault that may pass and is asked again, with growing pauses, up to a limit; what is final is answered `failed`.
   * Outputs that are ready appear already while processing, with a stable `index`.
   */
  poll(operation: Operation, context: EngineContext): Promise<Polled>;
  /**
   * Looks for a request that may or may not have arrived in the provider's own list of jobs. Absent where the provider has
   * no list that could tell. Safe to repeat; starts nothing. A thrown error is a fault that may pass.
   */
  find?(sought: Sought, context: EngineContext): Promise<Found>;
  /** Asks the provider to stop. `too-late` when the work is already terminal. Safe to repeat. */
  cancel(operation: Operation, context: EngineContext): Promise<Cancelled>;
  /**
   * Verifies and reads a webhook. A webhook is only a nudge: the caller re-reads with `poll`.
   * Returns null when the message is not authentic or not ours.
   */
  parseWebhook(message: WebhookMessage): Promise<Heard | null>;
  /** Tries a connection with a call that costs nothing. Never throws; the reason is fit for an admin's eyes and holds no key. */
  check(connection: Connection, signal: AbortSignal): Promise<Checked>;
}

export interface Checked {
  readonly outcome: CheckOutcome;
  readonly reason: string;
}

export interface EstimateRequest {
  readonly modelId: string;
  readonly quality: Quality;
  readonly count: number;
  readonly aspectRatio: AspectRatio;
  /** Complete: every control of the model with its value. */
  readonly settings: Settings;
  readonly text: string;
  /** How many references with a weight above 0. */
  readonly references: number;
}

/** One run, translated for an engine. Everything but the reference bytes is plain JSON. */
export interface EngineRequest {
  /** Our run id; used as the idempotency key where the provider has one. */
  readonly runId: string;
  readonly modelId: string;
  readonly revision: string;
  readonly text: string;
  readonly negative: string;
  /** Not looked at by a model without `aspectRatios`: its output has the shape of its `image` reference. */
  readonly aspectRatio: AspectRatio;
  readonly quality: Quality;
  /** Complete: every control of the model with its value, in its range. */
  readonly settings: Settings;
  /** One seed a variant, in order; its length is the number of outputs wanted. Unsigned 32-bit. */
  readonly seeds: readonly number[];
  readonly references: readonly EngineReference[];
  /**
   * What a lead of the workspace entered for one output or one second, in micro-dollars; absent or null: the catalogue's price
   * stands. With it an adapter reckons what the provider's own count of units cost.
   */
  readonly enteredMicros?: number | null;
}

/** A reference by content; the bytes are read through `EngineContext.readReference`. */
export interface EngineReference {
  readonly role: ReferenceRole;
  /** 0–1. A weight of 0 must equal leaving the reference out. */
  readonly weight: number;
  /** Lower-case hex SHA-256 of the bytes. */
  readonly sha256: string;
  /** Sniffed type, e.g. `image/png`, or `video/mp4` for a `motion` reference. */
  readonly mimeType: string;
  /** The `scene` of the report with which an engine made this picture; absent for uploads. An engine knows its own again. */
  readonly scene?: JsonValue;
}

export interface EngineContext {
  /** Aborted when this process must stop working on the run (shutdown, lost claim). Not a cancel: the work may go on elsewhere. */
  readonly signal: AbortSignal;
  /** The bytes of a reference of this request, or of something kept. Rejects when the file is gone. */
  readReference(sha256: string): Promise<Uint8Array>;
  /**
   * Stores bytes that an answer carried itself (a provider without jobs answers with the picture) and returns their SHA-256, for
   * the operation: what is only in memory would be lost, and paid, if this process ended before the next poll.
   */
  keep(bytes: Uint8Array): Promise<string>;
  /** How the workspace reaches this engine; null for an engine that needs no key. */
  readonly connection: Connection | null;
  /** Where the provider may nudge us about this run, for one that signs what it sends; null: it cannot reach us. */
  readonly callbackUrl: string | null;
}

/** What `submit` returned, as plain JSON the caller stores. Opaque to everyone but the adapter that made it. */
export type Operation = { readonly [key: string]: JsonValue };
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

export type Submitted =
  | { readonly kind: "accepted"; readonly operation: Operation }
  /** `retryAfterMs`: how long the provider asked us to wait before the next submit, where it did. */
  | { readonly kind: "rejected"; readonly failure: Failure; readonly retryAfterMs?: number | null }
  | { readonly kind: "ambiguous"; readonly reason: string };

/** A request whose submit got no clear answer. */
export interface Sought {
  readonly request: EngineRequest;
  /** When it was sent. Milliseconds since the epoch. */
  readonly sentAtMs: number;
  /** Operations of our other runs: what they own is not this run's. */
  readonly taken: readonly Operation[];
}

export type Found =
  | { readonly kind: "found"; readonly operation: Operation }
  /** The list reaches back to the submit and has nothing like it. A job may be listed late: only an old submit is absent for good. */
  | { readonly kind: "absent" }
  /** The list does not reach back far enough, or has several that could be it. */
  | { readonly kind: "unclear"; readonly reason: string };

export type Polled =
  | { readonly state: "queued"; readonly position: number | null }
  | {
      readonly state: "processing";
      /** 0–1, or null when the provider does not say. */
      readonly progress: number | null;
      /** Small pictures of what is coming, where the engine can show them. Not final, not kept as evidence. */
      readonly previews: readonly EnginePreview[];
      readonly outputs: readonly EngineOutput[];
    }
  | {
      readonly state: "succeeded";
      readonly outputs: readonly EngineOutput[];
      /** The provider's own figure in micro-dollars, or null when the estimate stands. */
      readonly costMicros: bigint | null;
    }
  | { readonly state: "failed"; readonly failure: Failure; readonly costMicros: bigint | null };

export interface EnginePreview {
  readonly index: number;
  readonly mimeType: string;
  readonly bytes: Uint8Array;
}

export interface EngineOutput {
  /** Position in the request's seeds. */
  readonly index: number;
  readonly seed: number;
  /** A picture type, `video/mp4` or `video/webm`. The caller believes the bytes, not this. */
  readonly mimeType: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** Length of a video in milliseconds; null for a picture. */
  readonly durationMs: number | null;
  /**
   * The bytes exactly as the provider made them, marks and metadata included. May be called more than once.
   * Rejects with {@link OutputLost} when they can never be had; any other error is tried again.
   */
  read(): Promise<Uint8Array>;
  /** What the engine did with the words, where it can say so. */
  readonly report: EngineReport | null;
}

/** An output that was made and can never be kept: the provider has it no more, what it sends is not a whole picture, or its address is none we may fetch. */
export class OutputLost extends Error {
  readonly kind: "expired-output" | "damaged-output" | "withheld-output";

  constructor(kind: OutputLost["kind"], reason: string, options?: ErrorOptions) {
    super(reason, options);
    this.kind = kind;
  }
}

/** Words the engine acted on and words it did not; shown with every variant. */
export interface EngineReport {
  readonly understood: readonly string[];
  readonly ignored: readonly string[];
  /** The engine's own description of what it made (plain JSON), so that a branch's difference can be shown. */
  readonly scene: JsonValue;
}

export type Cancelled = { readonly kind: "cancelled" } | { readonly kind: "too-late" };

export interface WebhookMessage {
  readonly headers: ReadonlyMap<string, string>;
  /** The raw body; signatures are computed over these bytes. */
  readonly body: Uint8Array;
  /** Milliseconds since the epoch, for the replay window. */
  readonly receivedAtMs: number;
  /** The run whose address the message came to, as we gave it to the provider; null when it came to none. */
  readonly runId: string | null;
  /** The connection of that run's workspace, whose secret signs the message. */
  readonly connection: Connection | null;
}

/** A message that is the provider's own. */
export interface Heard {
  readonly runId: string;
  /** What its signature covers besides the body: whatever else differs, a message with the same is the same. */
  readonly covered: readonly string[];
}

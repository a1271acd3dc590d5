import type { CheckOutcome, Connection } from "@/lib/domain/engine/connection";
import type { Failure } from "@/lib/domain/run/failure";
import type { Recording } from "./http/exchange";

/** A model one speaks with, as the catalogue knows it. */
export interface LiveModel {
  readonly modelId: string;
  readonly name: string;
  /** What the beginning of a session costs in micro-dollars, before its first minute. */
  readonly startMicros: number;
  /** What a minute costs in micro-dollars; null where no price is known: a lead has to enter one. */
  readonly minuteMicros: number | null;
  /** The longest session its engine allows. Minutes. */
  readonly maxMinutes: number;
  /** Whether one can write to it, and have it say given words; else it only hears. */
  readonly takesText: boolean;
}

/**
 * The contract of engines one speaks with. A run is submitted and polled; a session is opened, lived in a browser, stopped
 * and read once more. The key stays here: the browser gets a token that opens this one session and nothing else.
 */
export interface LiveEngine {
  /** Stable id, the same as in the catalogue. */
  readonly id: string;
  /**
   * Asks for a session. Nothing is billed before a browser begins it, so this may be repeated: one nobody used costs
   * nothing. What may pass is thrown as a {@link LiveFault}; what is final is answered `refused`.
   */
  open(request: LiveRequest, context: LiveContext): Promise<Opened>;
  /** Asks again for one that was answered `preparing`. Absent where nothing is. Safe to repeat. @throws {@link LiveFault} */
  prepared?(remoteId: string, context: LiveContext): Promise<Opened>;
  /** Ends a session at the engine. Safe to repeat, also after its end. @throws {@link LiveFault} */
  stop(remoteId: string, context: LiveContext): Promise<void>;
  /** What the engine itself says about a session. Safe to repeat. @throws {@link LiveFault} */
  figures(remoteId: string, context: LiveContext): Promise<LiveFigures>;
  /** What one can choose from. Costs nothing. Safe to repeat. @throws {@link LiveFault} */
  choices(context: LiveContext): Promise<LiveChoices>;
  /** Tries a connection with a call that costs nothing. Never throws; the reason holds no key. */
  check(connection: Connection, signal: AbortSignal): Promise<{ readonly outcome: CheckOutcome; readonly reason: string }>;
}

export interface LiveTools {
  /** Sees every exchange, without keys. */
  readonly observe?: (engineId: string, recording: Recording) => void;
}

export interface LiveRequest {
  readonly modelId: string;
  /** The provider's own id of the avatar. */
  readonly avatarId: string;
  /** The provider's own ids of the voice it speaks with and of what it knows; null: the avatar's own. */
  readonly voiceId: string | null;
  readonly contextId: string | null;
  /** The provider ends it by itself after this, whatever becomes of us. */
  readonly maxSeconds: number;
}

export interface LiveContext {
  readonly connection: Connection;
  readonly signal: AbortSignal;
}

export type Opened =
  | {
      readonly kind: "opened";
      readonly remoteId: string;
      readonly token: string;
    }
  /** It has an id and is not there yet: {@link LiveEngine.prepared} is asked until it is. */
  | { readonly kind: "preparing"; readonly remoteId: string }
  | { readonly kind: "refused"; readonly failure: Failure };

export interface LiveFigures {
  /** How long it was; null when the engine does not say. */
  readonly seconds: number | null;
  /** What it billed, in minutes at the model's price; null when that cannot be told. */
  readonly billedMinutes: number | null;
}

/** Something an engine offers, by its own id and name. */
export interface LiveChoice {
  readonly id: string;
  readonly name: string;
  /** What else tells it from the others: a language, a voice. */
  readonly note: string | null;
  /** Where a picture of it lies, as the provider says; null where there is none. */
  readonly pictureUrl: string | null;
}

export interface LiveChoices {
  readonly avatars: readonly LiveChoice[];
  /** Empty where the voice belongs to the avatar. */
  readonly voices: readonly LiveChoice[];
  /** What an avatar knows and how it behaves; empty where that belongs to the avatar. */
  readonly contexts: readonly LiveChoice[];
}

/** A fault that may pass, with what it says of the engine. */
export class LiveFault extends Error {
  constructor(
    message: string,
    readonly failure: "rate-limited" | "engine-fault",
    /** How long the provider asked us to wait, or null. Milliseconds. */
    readonly retryAfterMs: number | null = null,
  ) {
    super(message);
  }
}

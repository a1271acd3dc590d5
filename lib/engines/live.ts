import type { CheckOutcome, Connection } from "@/lib/domain/engine/connection";
import type { Failure } from "@/lib/domain/run/failure";

/**
 * The contract of engines one speaks with. A run is submitted and polled; a session is opened, lived in a browser, stopped
 * and read once more. The key stays here: the browser gets a token that opens this one session and nothing else.
 */
export interface LiveEngine {
  /** Stable id, the same as in the catalogue. */
  readonly id: string;
  /**
   * Asks for a token. Nothing is billed before a browser begins the session with it, so this may be repeated: a token nobody
   * used costs nothing. A thrown error is a fault that may pass; what is final is answered `refused`.
   */
  open(request: LiveRequest, context: LiveContext): Promise<Opened>;
  /** Ends a session at the engine. Safe to repeat, also after its end. A thrown error may pass. */
  stop(remoteId: string, context: LiveContext): Promise<void>;
  /** What the engine itself says about a session. Safe to repeat. A thrown error may pass. */
  figures(remoteId: string, context: LiveContext): Promise<LiveFigures>;
  /** Tries a connection with a call that costs nothing. Never throws; the reason holds no key. */
  check(connection: Connection, signal: AbortSignal): Promise<{ readonly outcome: CheckOutcome; readonly reason: string }>;
}

export interface LiveRequest {
  readonly modelId: string;
  /** The provider's own id of the avatar. */
  readonly avatarId: string;
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
  | { readonly kind: "refused"; readonly failure: Failure };

export interface LiveFigures {
  /** How long it was; null when the engine does not say. */
  readonly seconds: number | null;
  /** What it billed, in minutes at the model's price; null when it does not say. */
  readonly billedMinutes: number | null;
}

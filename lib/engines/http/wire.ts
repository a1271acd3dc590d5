import { z } from "zod";
import type { ModelCapabilities } from "@/lib/domain/engine/capabilities";
import type { Pricing } from "@/lib/domain/engine/pricing";
import type { ReferenceRole } from "@/lib/domain/prompt/recipe";
import type { Failure } from "@/lib/domain/run/failure";
import type { Connection, EngineRequest, WebhookMessage } from "../engine";
import type { Answer, Outgoing } from "./exchange";

/** A model as a provider's wire reaches it. */
export interface WireModel {
  /** What it accepts, all but its price. */
  readonly accepts: Omit<ModelCapabilities, "pricing">;
  /** Null where no price is known: it can be run once a lead has entered one. */
  readonly pricing: Pricing | null;
  /** The provider's own name of it: a model, an endpoint, a path. */
  readonly remote: string;
}

/** A reference with its bytes, strongest first; those with a weight of 0 are left out. */
export interface LoadedReference {
  readonly role: ReferenceRole;
  readonly weight: number;
  readonly mimeType: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/** Everything a wire needs to write one submit. */
export interface Order<Model extends WireModel = WireModel> {
  readonly request: EngineRequest;
  readonly model: Model;
  readonly references: readonly LoadedReference[];
  /** Pixels of one output, from aspect ratio and quality. */
  readonly width: number;
  readonly height: number;
  readonly connection: Connection;
  /** Where the provider may send its webhooks; null when it cannot reach us, or we could not tell its messages from a forger's. */
  readonly callbackUrl: string | null;
}

/** What identifies a provider's job, as plain JSON we store. */
export const Job = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));
export type Job = Readonly<z.infer<typeof Job>>;

/** An output as an answer carries it; a relative address lies below the base URL. */
export type WireOutput =
  | { readonly url: string; readonly mimeType: string; readonly seed?: number | undefined }
  | { readonly bytes: Uint8Array; readonly mimeType: string; readonly seed?: number | undefined };

export type Accepted =
  | { readonly kind: "job"; readonly job: Job }
  /** A provider without jobs answered with the outputs themselves. */
  | { readonly kind: "done"; readonly outputs: readonly WireOutput[]; readonly costMicros: bigint | null }
  | { readonly kind: "failed"; readonly failure: Failure };

export type Seen =
  | { readonly state: "queued"; readonly position: number | null }
  | { readonly state: "processing"; readonly progress: number | null }
  | { readonly state: "succeeded"; readonly outputs: readonly WireOutput[]; readonly costMicros: bigint | null }
  | { readonly state: "failed"; readonly failure: Failure; readonly costMicros: bigint | null }
  /** The outputs are in another answer. */
  | { readonly state: "elsewhere"; readonly next: Outgoing };

/** A request to look for among the provider's jobs. */
export interface SoughtJob<Model extends WireModel = WireModel> {
  readonly request: EngineRequest;
  readonly model: Model;
}

export interface ListedJob {
  readonly job: Job;
  /** Milliseconds since the epoch. */
  readonly createdAtMs: number;
  /** Whether it was made of this very request. */
  readonly isSought: boolean;
}

/** How a provider lists its jobs, the newest first. */
export interface WireList<Model extends WireModel = WireModel> {
  first(sought: SoughtJob<Model>): Outgoing;
  /** `page` counts from 0; `next` is the one after it, null after the last. */
  read(answer: Answer, sought: SoughtJob<Model>, page: number): { readonly jobs: readonly ListedJob[]; readonly next: Outgoing | null };
}

export interface WireWebhooks {
  /** With a secret of the connection, or with keys anybody can read. */
  readonly signedWith: "secret" | "public-key";
  /** The headers the signature covers besides the body, and nothing else: what makes two messages the same. Lower case. */
  readonly covers: readonly string[];
  /** Whether a message is from the provider, and fresh. */
  isAuthentic(message: WebhookMessage, connection: Connection): Promise<boolean>;
}

/** A request that costs nothing. */
export interface FreeCheck extends Outgoing {
  /**
   * Where it is asked, where that is another address of the provider's than its API: only of a connection to the provider itself, because
   * the key goes nowhere a connection does not name. Its answer tells a wrong key; whether the API is there it cannot tell.
   */
  readonly baseUrl?: string;
  /** It is a look at a job that is none: only its refusing the key says something. */
  readonly tellsRefusalOnly?: true;
}

/**
 * One provider's wire: how its requests look and what its answers mean. Pure translation; sending, secrets, ambiguity,
 * limits and downloads are the same for all and live in the engine made from it.
 */
export interface Wire<Model extends WireModel = WireModel> {
  readonly engineId: string;
  /** Name on screen. */
  readonly name: string;
  /** Without a trailing slash. Empty: there is none, the workspace must enter one. */
  readonly baseUrl: string;
  /** Hosts besides the base URL's that may be given the key, because the provider answers with addresses there. */
  readonly keyHosts: readonly string[];
  readonly models: readonly Model[];
  authorisation(connection: Connection): Readonly<Record<string, string>>;
  /** How large a reference may be to travel inside a request; absent where nothing is known of a limit. Bytes. */
  readonly maxReferenceBytes?: number;
  /** A reference as the provider wants its pixels; absent where ours are right. */
  prepared?(reference: LoadedReference): Promise<LoadedReference>;
  start(order: Order<Model>): Outgoing;
  /** Reads the answer of a submit that was not refused. Throws when it is none we know: the run is then `unknown`, not lost. */
  accepted(answer: Answer, order: Order<Model>): Accepted;
  /** Absent where answers are outputs. */
  readonly jobs?: {
    look(job: Job): Outgoing;
    /** Reads a status answer. Throws on a status it does not know: it is asked again and never taken for an end. */
    seen(answer: Answer, job: Job): Seen;
    /** Null when the provider cannot be asked to stop. */
    stop(job: Job): Outgoing | null;
  };
  /** Absent where the provider has no list, or one that does not say what a job was made of. */
  readonly list?: WireList<Model>;
  /** Reads the provider's own codes from an error answer; null leaves it to its status and words. */
  refusal?(answer: Answer): Failure | null;
  /** Outputs on the API's own origin need the key. */
  readonly outputsNeedKey?: boolean;
  /** Least time the provider wants between two looks at a job; two seconds where it does not say. Milliseconds. */
  readonly lookEveryMs?: number;
  /** A provider without jobs whose errors are the last word: a fault means nothing was made. */
  readonly faultsAreFinal?: boolean;
  /** How long a submit may take; a provider without jobs answers late. Milliseconds. */
  readonly submitTimeoutMs?: number;
  /** How a provider signs its webhooks. Absent where it signs nothing: such a provider is never given an address. */
  readonly webhooks?: WireWebhooks;
  /** A request that costs nothing and fails without a valid key; null when the provider has none. */
  readonly check: FreeCheck | null;
}

import type { PersonActor } from "@/lib/domain/access/actor";
import type { VerbOptions } from "@/lib/services/verb";

/** What a door knows about a request by the time a procedure runs. */
export interface RequestContext {
  readonly actor: PersonActor;
  readonly idempotency?: VerbOptions["idempotency"];
  /** True when the input came as text in the address (GET, DELETE): numbers and lists are still spelled out. */
  readonly isSpelledOut: boolean;
}

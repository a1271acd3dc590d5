import type { Actor, PersonActor } from "@/lib/domain/access/actor";
import { AppError } from "@/lib/domain/errors";

/** The person behind an act that must have one: an owner, an author, a spender. */
export function personOf(actor: Actor): PersonActor {
  if (actor.kind === "system") throw new AppError("FORBIDDEN", "Only a person can do this.");
  return actor;
}

import { AppError } from "../errors";
import { may, onlySentence, type Permission, type Role, type Scope, scopeFor } from "./policy";

/** Somebody who acts: a signed-in member, an API key (with its member's role, narrowed by scopes), or the studio itself. */
export type Actor =
  | {
      readonly kind: "member";
      readonly workspaceId: string;
      readonly memberId: string;
      readonly userId: string;
      readonly role: Role;
      /** The signed-in browser, when there is one: lets a person tell it from their other sessions. */
      readonly sessionId?: string;
    }
  | {
      readonly kind: "key";
      readonly workspaceId: string;
      readonly memberId: string;
      readonly userId: string;
      readonly role: Role;
      readonly apiKeyId: string;
      readonly scopes: readonly Scope[];
    }
  | { readonly kind: "system"; readonly workspaceId: string };

/** A person, directly or through a key: the actors that can own, decide and sign. */
export type PersonActor = Exclude<Actor, { kind: "system" }>;

/** Throws FORBIDDEN with a sentence that says what it takes. The studio itself may do everything. */
export function authorise(actor: Actor, permission: Permission): void {
  if (actor.kind === "system") return;
  if (!may(actor.role, permission)) throw new AppError("FORBIDDEN", onlySentence(permission));
  if (actor.kind === "key" && !actor.scopes.includes(scopeFor(permission)))
    throw new AppError("FORBIDDEN", `This API key lacks the scope "${scopeFor(permission)}".`);
}

/** For acts that hand out access: a signed-in person only, so that a leaked key cannot turn itself into a person or a wider key. */
export function requireSignedIn(actor: Actor): Extract<Actor, { kind: "member" }> {
  if (actor.kind !== "member") throw new AppError("FORBIDDEN", "Only a signed-in person can do this; an API key cannot.");
  return actor;
}

import type { Database as Transaction } from "@/lib/db/client";
import type { Actor } from "@/lib/domain/access/actor";

/**
 * Whether this person did this to this thing before, by the trail, with these details where they are given. For acts
 * that leave no name on the thing itself.
 */
export async function didBefore(
  tx: Transaction,
  actor: Actor,
  verb: string,
  subjectId: string,
  details: { readonly [name: string]: string | number } = {},
): Promise<boolean> {
  if (actor.kind === "system") return false;
  const { workspaceId, memberId } = actor;
  const sameDetails = Object.entries(details).map(([name, value]) => ({ details: { path: [name], equals: value } }));
  return (await tx.auditEvent.count({ where: { workspaceId, memberId, verb, subjectId, AND: sameDetails } })) > 0;
}

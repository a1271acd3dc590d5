import { z } from "zod";
import type { Actor } from "../access/actor";
import { may, ROLES, Role, rolesThatMay } from "../access/policy";
import { Id } from "../wire";

/** Some people of a workspace: everybody with one of the roles, and the members named. */
export const Circle = z.strictObject({
  roles: z.array(Role).max(ROLES.length),
  memberIds: z.array(Id).max(200),
});
export type Circle = z.infer<typeof Circle>;

/**
 * Who may use a shelf's patterns, and who may curate it: put patterns on it, change them, take them off. It narrows what a
 * role may do at all, it never widens it. Until somebody says otherwise a shelf is everybody's.
 */
export const ShelfAccess = z.strictObject({
  use: Circle.default({ roles: [...ROLES], memberIds: [] }),
  curate: Circle.default({ roles: [...rolesThatMay("pattern.write")], memberIds: [] }),
});
export type ShelfAccess = z.infer<typeof ShelfAccess>;

export const OPEN_SHELF: ShelfAccess = ShelfAccess.parse({});

/** Whether somebody is in a circle. An admin always is, or a shelf nobody may curate could not be opened again. */
function isIn(circle: Circle, actor: Actor): boolean {
  if (actor.kind === "system" || actor.role === "admin") return true;
  return circle.roles.includes(actor.role) || circle.memberIds.includes(actor.memberId);
}

export function mayUseShelf(access: ShelfAccess, actor: Actor): boolean {
  return isIn(access.use, actor) || isIn(access.curate, actor);
}

/** Asked for a pattern's contents; for the shelf itself it takes the permission to curate libraries as well. */
export function mayCurateShelf(access: ShelfAccess, actor: Actor): boolean {
  return (actor.kind === "system" || may(actor.role, "pattern.write")) && isIn(access.curate, actor);
}

/** Why a change of access cannot be kept; null when it can. Who sets it stays among those who may set it again. */
export function refusalOfAccess(access: ShelfAccess, actor: Actor): string | null {
  return isIn(access.curate, actor) ? null : "You would lock yourself out. Keep your own role or name among those who curate.";
}

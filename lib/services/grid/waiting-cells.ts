import { db } from "@/lib/db/client";
import type { PersonActor } from "@/lib/domain/access/actor";
import { Role } from "@/lib/domain/access/policy";

/** The cells of a grid that are still to be started, and on whose behalf; null when the grid does not go on. */
export interface WaitingCells {
  /** Null when whoever asked for it is no member any more. */
  readonly person: PersonActor | null;
  readonly indexes: readonly number[];
}

export async function waitingCells(workspaceId: string, gridId: string): Promise<WaitingCells | null> {
  const grid = await db().grid.findFirst({
    where: { id: gridId, workspaceId, status: "starting" },
    include: {
      requestedBy: { include: { user: { select: { disabledAt: true } } } },
      cells: { where: { runId: null, refusal: null }, select: { index: true }, orderBy: { index: "asc" } },
    },
  });
  if (!grid) return null;
  const { id: memberId, userId, role, removedAt, user } = grid.requestedBy;
  const isMember = userId !== null && removedAt === null && user?.disabledAt === null;
  return {
    person: isMember ? { kind: "member", workspaceId, memberId, userId, role: Role.parse(role) } : null,
    indexes: grid.cells.map(({ index }) => index),
  };
}

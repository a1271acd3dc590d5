import type { Database as Transaction } from "@/lib/db/client";
import type { Quality } from "@/lib/domain/prompt/recipe";
import { priorityOf, turnOf } from "@/lib/domain/run/turns";

/** The place of a person's next single run in the queue that all share. */
export async function nextTurn(
  tx: Transaction,
  { workspaceId, memberId, quality }: { workspaceId: string; memberId: string; quality: Quality },
): Promise<{ turn: number; priority: number }> {
  const { draftsFirst } = await tx.workspace.findUniqueOrThrow({ where: { id: workspaceId }, select: { draftsFirst: true } });
  const current = await tx.run.findFirst({
    where: { turn: { not: null }, startedAt: { not: null } },
    orderBy: { turn: "desc" },
    select: { turn: true },
  });
  const own = await tx.run.aggregate({
    where: { requestedById: memberId, status: { in: ["queued", "submitting", "processing"] } },
    _max: { turn: true },
  });
  const turn = turnOf({ current: current?.turn ?? null, own: own._max.turn });
  return { turn, priority: priorityOf(turn, quality, draftsFirst) };
}

import type { CheckOutcome } from "@/lib/domain/engine/connection";
import { note } from "../bookkeeping";

/** Notes how a test of a connection went. A connection that was removed meanwhile has nothing to note. */
export function noteCheck(
  workspaceId: string,
  engineId: string,
  { outcome, reason }: { outcome: CheckOutcome; reason: string },
): Promise<void> {
  return note(workspaceId, async (tx) => {
    const [row] = await tx.engineConnection.updateManyAndReturn({
      where: { workspaceId, engineId },
      data: { checkOutcome: outcome, checkReason: reason.slice(0, 500), checkedAt: new Date(), version: { increment: 1 } },
      select: { id: true, version: true },
    });
    return { result: undefined, events: row ? [{ kind: "engine", id: row.id, version: row.version, act: outcome }] : [] };
  });
}

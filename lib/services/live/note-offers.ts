import type { LiveOffers } from "@/lib/domain/live/offers";
import { note } from "../bookkeeping";

/** Notes what a worker read of an engine, or why it could not. What was read before stays until there is something newer. */
export function noteOffers(
  workspaceId: string,
  engineId: string,
  read: { readonly offers: LiveOffers } | { readonly problem: string },
): Promise<void> {
  return note(workspaceId, async (tx) => {
    const now = new Date();
    const isConnected = await tx.engineConnection.findUnique({
      where: { workspaceId_engineId: { workspaceId, engineId } },
      select: { id: true },
    });
    if (!isConnected) return { result: undefined };
    await tx.liveOffers.updateMany({
      where: { workspaceId, engineId },
      data: { readAt: now, ...("offers" in read ? { offers: read.offers, problem: null } : { problem: read.problem.slice(0, 500) }) },
    });
    return { result: undefined, events: [{ kind: "live", id: isConnected.id, version: now.getTime(), act: "offers" }] };
  });
}

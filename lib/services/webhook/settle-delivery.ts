import { outcomeOf, pauseAfter } from "@/lib/domain/webhook/schedule";
import { enqueue } from "@/lib/jobs/queue";
import { note } from "../bookkeeping";

/** What came of one try. */
export interface Tried {
  readonly tries: number;
  /** HTTP status of the answer; null when there was none. */
  readonly code: number | null;
  /** Its first characters, or why there was none. */
  readonly answer: string;
  /** In [0, 1). */
  readonly random: number;
}

/**
 * Notes what came of a try and, where it failed, plans the next one with its job in the same transaction. The news of an
 * older try does not undo a newer one's; an arrival counts whichever try it was.
 */
export function settleDelivery(workspaceId: string, deliveryId: string, tried: Tried, now: Date): Promise<void> {
  return note(workspaceId, async (tx) => {
    const outcome = outcomeOf(tried.code);
    const pauseMs = outcome === "again" ? pauseAfter(tried.tries, tried.random) : null;
    const status = outcome === "delivered" ? "delivered" : pauseMs === null ? "failed" : "waiting";
    const [changed] = await tx.webhookDelivery.updateManyAndReturn({
      where: { id: deliveryId, workspaceId, status: "waiting", ...(outcome === "delivered" ? {} : { tries: tried.tries }) },
      data: {
        status,
        answerCode: tried.code,
        answer: tried.answer,
        nextTryAt: pauseMs === null ? null : new Date(now.getTime() + pauseMs),
      },
      select: { endpoint: { select: { id: true, version: true } } },
    });
    if (!changed) return { result: undefined };
    if (pauseMs !== null) {
      const startAfterSeconds = Math.ceil(pauseMs / 1000);
      await enqueue(tx, { name: "webhook.deliver", payload: { workspaceId, deliveryId }, startAfterSeconds });
    }
    const { id, version } = changed.endpoint;
    return { result: undefined, events: [{ kind: "webhook", id, version, act: status }] };
  });
}

import { note } from "../bookkeeping";
import { signingSecrets } from "./secrets";

/** A message as it is about to be sent. */
export interface Message {
  readonly deliveryId: string;
  readonly endpointId: string;
  readonly url: string;
  readonly body: string;
  /** This is try number so many, from 1. Counted before it is made, so that a process killed by it counts too. */
  readonly tries: number;
  /** What it is signed with, the newest first. Throws when the studio's keys do not open them any more. */
  secrets(): readonly string[];
}

/** Counts a try to deliver a message; null when there is nothing (left) to send, or its endpoint is paused. */
export function beginDelivery(workspaceId: string, deliveryId: string, now: Date): Promise<Message | null> {
  return note(workspaceId, async (tx) => {
    const [row] = await tx.webhookDelivery.updateManyAndReturn({
      where: { id: deliveryId, workspaceId, status: "waiting", endpoint: { pausedAt: null, removedAt: null } },
      data: { tries: { increment: 1 }, triedAt: now },
      include: { endpoint: true },
    });
    if (!row) return { result: null };
    const { endpoint, endpointId, body, tries } = row;
    return { result: { deliveryId, endpointId, url: endpoint.url, body, tries, secrets: () => signingSecrets(endpoint, now) } };
  });
}

import type { Database as Transaction } from "@/lib/db/client";
import type { WebhookData, WebhookKind } from "@/lib/domain/webhook/fact";
import { messageBody, WEBHOOK_DATA } from "@/lib/domain/webhook/fact";
import { enqueue } from "@/lib/jobs/queue";

/** Something that happened and that endpoints are told of. What is said is read only when somebody listens. */
export type WebhookFact = {
  [Kind in WebhookKind]: { readonly kind: Kind; readonly load: (tx: Transaction) => Promise<WebhookData<Kind>> };
}[WebhookKind];

/**
 * Writes a message for every endpoint that listens, with its job, in the transaction of the fact itself: whoever is told
 * of something can rely on it, and nothing that happened is forgotten when a process dies.
 */
export async function tell(tx: Transaction, workspaceId: string, fact: WebhookFact, now: Date): Promise<void> {
  const endpoints = await tx.webhookEndpoint.findMany({
    where: { workspaceId, kinds: { has: fact.kind }, pausedAt: null, removedAt: null },
    select: { id: true },
  });
  if (endpoints.length === 0) return;
  const body = messageBody(fact.kind, now, WEBHOOK_DATA[fact.kind].parse(await fact.load(tx)));
  for (const { id: endpointId } of endpoints) await queueDelivery(tx, { workspaceId, endpointId, kind: fact.kind, body }, now);
}

/** One message for one endpoint, to be sent at once. Returns its id. */
export async function queueDelivery(
  tx: Transaction,
  message: { readonly workspaceId: string; readonly endpointId: string; readonly kind: string; readonly body: string },
  now: Date,
): Promise<string> {
  const { id } = await tx.webhookDelivery.create({ data: { ...message, nextTryAt: now }, select: { id: true } });
  await enqueue(tx, { name: "webhook.deliver", payload: { workspaceId: message.workspaceId, deliveryId: id } });
  return id;
}

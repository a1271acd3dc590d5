import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { WebhookDeliveryView } from "@/lib/domain/webhook/endpoint";
import { messageBody, TEST_KIND } from "@/lib/domain/webhook/fact";
import { Id } from "@/lib/domain/wire";
import { write } from "../write";
import { deliveryInclude, deliveryView, lockEndpoint } from "./endpoint-view";
import { queueDelivery } from "./tell";

/** Sends an endpoint a message that means nothing, signed like every other. */
export const testWebhook = write({
  verb: "webhook.test",
  permission: "webhook.manage",
  input: z.strictObject({ endpointId: Id }),
  output: WebhookDeliveryView,
  async run({ tx, actor: { workspaceId }, now }, { endpointId }) {
    const { pausedAt, url, version } = await lockEndpoint(tx, workspaceId, endpointId);
    if (pausedAt) throw new AppError("CONFLICT", "This webhook is paused. Resume it to send it something.");
    const body = messageBody(TEST_KIND, now, { message: "A test from Selects." });
    const id = await queueDelivery(tx, { workspaceId, endpointId, kind: TEST_KIND, body }, now);
    return {
      result: deliveryView(await tx.webhookDelivery.findUniqueOrThrow({ where: { id }, include: deliveryInclude })),
      audit: [{ subjectKind: "webhook", subjectId: endpointId, details: { url, deliveryId: id } }],
      events: [{ kind: "webhook", id: endpointId, version, act: "tested" }],
    };
  },
});

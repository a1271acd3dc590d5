import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { WebhookDeliveryView } from "@/lib/domain/webhook/endpoint";
import { Id } from "@/lib/domain/wire";
import { write } from "../write";
import { deliveryInclude, deliveryView, lockEndpoint } from "./endpoint-view";

/** Sends a message once more, at once, with the id it had. */
export const redeliver = write({
  verb: "webhook.redeliver",
  permission: "webhook.manage",
  input: z.strictObject({ deliveryId: Id }),
  output: WebhookDeliveryView,
  async run({ tx, actor: { workspaceId }, now }, { deliveryId }) {
    const delivery = await tx.webhookDelivery.findFirst({ where: { id: deliveryId, workspaceId } });
    if (!delivery) throw new AppError("NOT_FOUND", "This delivery does not exist.");
    const { pausedAt, url, version } = await lockEndpoint(tx, workspaceId, delivery.endpointId);
    if (pausedAt) throw new AppError("CONFLICT", "This webhook is paused. Resume it to send it something.");
    const after = await tx.webhookDelivery.update({
      where: { id: deliveryId },
      data: { status: "waiting", nextTryAt: now },
      include: deliveryInclude,
    });
    return {
      result: deliveryView(after),
      audit: [{ subjectKind: "webhook", subjectId: delivery.endpointId, details: { url, deliveryId, kind: delivery.kind } }],
      events: [{ kind: "webhook", id: delivery.endpointId, version, act: "redelivered" }],
      jobs: [{ name: "webhook.deliver", payload: { workspaceId, deliveryId } }],
    };
  },
});

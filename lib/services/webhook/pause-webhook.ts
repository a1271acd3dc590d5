import { z } from "zod";
import { WebhookEndpointView } from "@/lib/domain/webhook/endpoint";
import { Id } from "@/lib/domain/wire";
import { write } from "../write";
import { endpointInclude, endpointView, lockEndpoint } from "./endpoint-view";

/** Sends an endpoint nothing until it is resumed: what waits goes on waiting, what happens meanwhile is not told. */
export const pauseWebhook = write({
  verb: "webhook.pause",
  permission: "webhook.manage",
  input: z.strictObject({
    endpointId: Id,
    reason: z.string().max(300).optional().meta({ description: "Why, for whoever finds it paused." }),
  }),
  output: WebhookEndpointView,
  async run({ tx, actor: { workspaceId }, now }, { endpointId, reason }) {
    const before = await lockEndpoint(tx, workspaceId, endpointId);
    if (before.pausedAt) return { result: endpointView(before, now), unchanged: true as const };
    await tx.webhookDelivery.updateMany({ where: { endpointId, status: "waiting" }, data: { nextTryAt: null } });
    const after = await tx.webhookEndpoint.update({
      where: { id: endpointId },
      data: { pausedAt: now, pauseReason: reason ?? null, version: { increment: 1 } },
      include: endpointInclude,
    });
    return {
      result: endpointView(after, now),
      audit: [{ subjectKind: "webhook", subjectId: endpointId, details: { url: before.url, reason: reason ?? null } }],
      events: [{ kind: "webhook", id: endpointId, version: after.version, act: "paused" }],
    };
  },
});

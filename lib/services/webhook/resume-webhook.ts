import { z } from "zod";
import { WebhookEndpointView } from "@/lib/domain/webhook/endpoint";
import { Id } from "@/lib/domain/wire";
import type { Job } from "@/lib/jobs/contracts";
import { write } from "../write";
import { endpointInclude, endpointView, lockEndpoint } from "./endpoint-view";

/** Goes on telling an endpoint, beginning with what waited while it was paused. */
export const resumeWebhook = write({
  verb: "webhook.resume",
  permission: "webhook.manage",
  input: z.strictObject({ endpointId: Id }),
  output: WebhookEndpointView,
  async run({ tx, actor: { workspaceId }, now }, { endpointId }) {
    const before = await lockEndpoint(tx, workspaceId, endpointId);
    if (!before.pausedAt) return { result: endpointView(before, now), unchanged: true as const };
    const after = await tx.webhookEndpoint.update({
      where: { id: endpointId },
      data: { pausedAt: null, pauseReason: null, version: { increment: 1 } },
      include: endpointInclude,
    });
    const waiting = await tx.webhookDelivery.updateManyAndReturn({
      where: { endpointId, status: "waiting" },
      data: { nextTryAt: now },
      select: { id: true },
    });
    return {
      result: endpointView(after, now),
      audit: [{ subjectKind: "webhook", subjectId: endpointId, details: { url: before.url, waiting: waiting.length } }],
      events: [{ kind: "webhook", id: endpointId, version: after.version, act: "resumed" }],
      jobs: waiting.map(({ id }): Job => ({ name: "webhook.deliver", payload: { workspaceId, deliveryId: id } })),
    };
  },
});

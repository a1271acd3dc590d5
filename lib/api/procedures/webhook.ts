import { createWebhook } from "@/lib/services/webhook/create-webhook";
import { editWebhook } from "@/lib/services/webhook/edit-webhook";
import { listDeliveries } from "@/lib/services/webhook/list-deliveries";
import { listWebhooks } from "@/lib/services/webhook/list-webhooks";
import { pauseWebhook } from "@/lib/services/webhook/pause-webhook";
import { redeliver } from "@/lib/services/webhook/redeliver";
import { removeWebhook } from "@/lib/services/webhook/remove-webhook";
import { resumeWebhook } from "@/lib/services/webhook/resume-webhook";
import { rotateSecret } from "@/lib/services/webhook/rotate-secret";
import { testWebhook } from "@/lib/services/webhook/test-webhook";
import { procedure } from "../procedure";

const tags = ["Webhooks"] as const;

export const webhook = {
  list: procedure(listWebhooks, { method: "GET", path: "/webhooks", summary: "List webhooks, newest first", tags }),
  create: procedure(createWebhook, {
    method: "POST",
    path: "/webhooks",
    summary: "Add a webhook; the secret that signs its messages is shown once",
    tags,
    answersSecret: true,
  }),
  edit: procedure(editWebhook, {
    method: "PUT",
    path: "/webhooks/{endpointId}",
    summary: "Change where messages go and what they are about",
    tags,
  }),
  rotate: procedure(rotateSecret, {
    method: "POST",
    path: "/webhooks/{endpointId}/secret",
    summary: "Make a new secret, shown once; the one before signs beside it for a day",
    tags,
    answersSecret: true,
  }),
  pause: procedure(pauseWebhook, { method: "POST", path: "/webhooks/{endpointId}/pause", summary: "Send a webhook nothing for now", tags }),
  resume: procedure(resumeWebhook, {
    method: "POST",
    path: "/webhooks/{endpointId}/resumption",
    summary: "Go on with a paused webhook, beginning with what waits",
    tags,
  }),
  test: procedure(testWebhook, { method: "POST", path: "/webhooks/{endpointId}/test", summary: "Send a webhook a test message", tags }),
  remove: procedure(removeWebhook, { method: "DELETE", path: "/webhooks/{endpointId}", summary: "Remove a webhook; its log stays", tags }),
  deliveries: procedure(listDeliveries, {
    method: "GET",
    path: "/webhook-deliveries",
    summary: "Read what was sent and what came back, newest first",
    tags,
  }),
  redeliver: procedure(redeliver, {
    method: "POST",
    path: "/webhook-deliveries/{deliveryId}/redelivery",
    summary: "Send a message once more, with the id it had",
    tags,
  }),
};

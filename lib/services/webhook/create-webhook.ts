import { randomUUID } from "node:crypto";
import { z } from "zod";
import { requireSignedIn } from "@/lib/domain/access/actor";
import { AppError } from "@/lib/domain/errors";
import { MAX_WEBHOOK_ENDPOINTS, refusalOfEndpoint, WebhookEndpointView } from "@/lib/domain/webhook/endpoint";
import { write } from "../write";
import { endpointInclude, endpointView } from "./endpoint-view";
import { Address, Kinds, Secret } from "./input";
import { newSecret } from "./secrets";

/** Adds an address that is told when something happens. The secret its messages are signed with is shown once. */
export const createWebhook = write({
  verb: "webhook.create",
  permission: "webhook.manage",
  input: z.strictObject({ url: Address, kinds: Kinds }),
  output: z.strictObject({ endpoint: WebhookEndpointView, secret: Secret }),
  async run({ tx, actor, now }, { url, kinds }) {
    const { workspaceId, memberId } = requireSignedIn(actor);
    const refusal = refusalOfEndpoint(url);
    if (refusal) throw new AppError("BAD_INPUT", refusal);
    if ((await tx.webhookEndpoint.count({ where: { workspaceId, removedAt: null } })) >= MAX_WEBHOOK_ENDPOINTS)
      throw new AppError("REFUSED", `A workspace has at most ${MAX_WEBHOOK_ENDPOINTS} webhooks. Remove one first.`);
    const id = randomUUID();
    const { secret, sealed } = newSecret({ workspaceId, id });
    const endpoint = await tx.webhookEndpoint.create({
      data: { id, workspaceId, url, kinds, sealedSecret: sealed, createdById: memberId, createdAt: now },
      include: endpointInclude,
    });
    return {
      result: { endpoint: endpointView(endpoint, now), secret },
      audit: [{ subjectKind: "webhook", subjectId: id, details: { url, kinds: kinds.join(" ") } }],
      events: [{ kind: "webhook", id, version: 0, act: "created" }],
    };
  },
});

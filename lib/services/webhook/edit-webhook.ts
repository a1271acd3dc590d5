import { z } from "zod";
import { requireSignedIn } from "@/lib/domain/access/actor";
import { AppError } from "@/lib/domain/errors";
import { refusalOfEndpoint, WebhookEndpointView } from "@/lib/domain/webhook/endpoint";
import { Id, Version } from "@/lib/domain/wire";
import { write } from "../write";
import { endpointInclude, endpointView, lockEndpoint } from "./endpoint-view";
import { Address, Kinds } from "./input";

/** Changes where messages go, or what they are about. Messages that wait go to the new address. */
export const editWebhook = write({
  verb: "webhook.edit",
  permission: "webhook.manage",
  input: z.strictObject({ endpointId: Id, version: Version, url: Address, kinds: Kinds }),
  output: WebhookEndpointView,
  async run({ tx, actor, now }, { endpointId, version, url, kinds }) {
    const { workspaceId } = requireSignedIn(actor);
    const refusal = refusalOfEndpoint(url);
    if (refusal) throw new AppError("BAD_INPUT", refusal);
    const before = await lockEndpoint(tx, workspaceId, endpointId);
    if (before.version !== version) throw new AppError("CONFLICT", "Somebody changed this webhook meanwhile. Look again.");
    const after = await tx.webhookEndpoint.update({
      where: { id: endpointId },
      data: { url, kinds, version: { increment: 1 } },
      include: endpointInclude,
    });
    return {
      result: endpointView(after, now),
      audit: [{ subjectKind: "webhook", subjectId: endpointId, details: { before: before.url, url, kinds: kinds.join(" ") } }],
      events: [{ kind: "webhook", id: endpointId, version: after.version, act: "edited" }],
    };
  },
});

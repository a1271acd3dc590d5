import { z } from "zod";
import { requireSignedIn } from "@/lib/domain/access/actor";
import { OLD_SECRET_LIVES_MS, WebhookEndpointView } from "@/lib/domain/webhook/endpoint";
import { Id } from "@/lib/domain/wire";
import { write } from "../write";
import { endpointInclude, endpointView, lockEndpoint } from "./endpoint-view";
import { Secret } from "./input";
import { newSecret } from "./secrets";

/** A new secret for an endpoint, shown once. For a day the one before signs beside it, so that nothing is refused meanwhile. */
export const rotateSecret = write({
  verb: "webhook.rotate",
  permission: "webhook.manage",
  input: z.strictObject({ endpointId: Id }),
  output: z.strictObject({ endpoint: WebhookEndpointView, secret: Secret }),
  async run({ tx, actor, now }, { endpointId }) {
    const { workspaceId } = requireSignedIn(actor);
    const before = await lockEndpoint(tx, workspaceId, endpointId);
    const { secret, sealed } = newSecret(before);
    const after = await tx.webhookEndpoint.update({
      where: { id: endpointId },
      data: {
        sealedSecret: sealed,
        sealedOldSecret: before.sealedSecret,
        oldSecretUntil: new Date(now.getTime() + OLD_SECRET_LIVES_MS),
        version: { increment: 1 },
      },
      include: endpointInclude,
    });
    return {
      result: { endpoint: endpointView(after, now), secret },
      audit: [{ subjectKind: "webhook", subjectId: endpointId, details: { url: before.url } }],
      events: [{ kind: "webhook", id: endpointId, version: after.version, act: "rotated" }],
    };
  },
});

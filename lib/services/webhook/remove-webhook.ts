import { z } from "zod";
import { Id } from "@/lib/domain/wire";
import { write } from "../write";
import { lockEndpoint } from "./endpoint-view";

/** Ends an endpoint: what waits for it is not sent any more. Its log stays readable. */
export const removeWebhook = write({
  verb: "webhook.remove",
  permission: "webhook.manage",
  input: z.strictObject({ endpointId: Id }),
  output: z.strictObject({ endpointId: Id }),
  async run({ tx, actor: { workspaceId }, now }, { endpointId }) {
    const { url, version } = await lockEndpoint(tx, workspaceId, endpointId);
    await tx.webhookEndpoint.update({
      where: { id: endpointId },
      // A secret nobody signs with any more is not kept.
      data: { removedAt: now, sealedSecret: "", sealedOldSecret: null, version: { increment: 1 } },
    });
    await tx.webhookDelivery.updateMany({
      where: { endpointId, status: "waiting" },
      data: { status: "failed", nextTryAt: null, answer: "The webhook was removed before this message was delivered." },
    });
    return {
      result: { endpointId },
      audit: [{ subjectKind: "webhook", subjectId: endpointId, details: { url } }],
      events: [{ kind: "webhook", id: endpointId, version: version + 1, act: "removed" }],
    };
  },
});

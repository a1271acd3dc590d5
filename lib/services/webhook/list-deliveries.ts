import { z } from "zod";
import { DeliveryStatus, WebhookDeliveryView } from "@/lib/domain/webhook/endpoint";
import { Id, PageRequest, pageOf } from "@/lib/domain/wire";
import { keyset, paged } from "../page";
import { read } from "../read";
import { deliveryInclude, deliveryView } from "./endpoint-view";

/** What was sent and what came back, newest first: 30 days, also of endpoints that were removed. */
export const listDeliveries = read({
  verb: "webhook.deliveries",
  permission: "webhook.manage",
  input: z.strictObject({ ...PageRequest, endpointId: Id.optional(), status: DeliveryStatus.optional() }),
  output: pageOf(WebhookDeliveryView),
  async run({ db, actor: { workspaceId } }, { cursor, limit, endpointId, status }) {
    const rows = await db.webhookDelivery.findMany({
      where: {
        workspaceId,
        ...(endpointId === undefined ? {} : { endpointId }),
        ...(status === undefined ? {} : { status }),
        ...keyset(cursor),
      },
      orderBy: { id: "desc" },
      take: limit + 1,
      include: deliveryInclude,
    });
    return paged(rows, limit, deliveryView);
  },
});

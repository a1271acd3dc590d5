import { z } from "zod";
import { WebhookEndpointView } from "@/lib/domain/webhook/endpoint";
import { read } from "../read";
import { endpointInclude, endpointView } from "./endpoint-view";

export const listWebhooks = read({
  verb: "webhook.list",
  permission: "webhook.manage",
  input: z.strictObject({}),
  output: z.array(WebhookEndpointView),
  async run({ db, actor: { workspaceId }, now }) {
    const where = { workspaceId, removedAt: null };
    const rows = await db.webhookEndpoint.findMany({ where, orderBy: { createdAt: "desc" }, include: endpointInclude });
    return rows.map((row) => endpointView(row, now));
  },
});

import { atDoor } from "@/lib/api/request-facts";
import { receiveWebhook } from "@/lib/webhooks/receive-webhook";

/** A provider's word that a run of ours is worth looking at. */
export const POST = atDoor(
  "/api/webhooks/engines/{engineId}/{runId}",
  async (request: Request, { params }: { params: Promise<{ engineId: string; runId: string }> }): Promise<Response> => {
    const { engineId, runId } = await params;
    return receiveWebhook(request, engineId, runId);
  },
);

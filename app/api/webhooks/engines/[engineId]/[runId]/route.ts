import { receiveWebhook } from "@/lib/webhooks/receive-webhook";

/** A provider's word that a run of ours is worth looking at. */
export async function POST(request: Request, { params }: { params: Promise<{ engineId: string; runId: string }> }): Promise<Response> {
  const { engineId, runId } = await params;
  return receiveWebhook(request, engineId, runId);
}

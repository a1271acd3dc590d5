import { nothingHere } from "@/lib/api/errors";
import { atDoor } from "@/lib/api/request-facts";
import { errorResponse } from "@/lib/api/respond";
import { requireActor } from "@/lib/auth/require-actor";
import { getRunPreview } from "@/lib/services/run/get-run-preview";
import { blobResponse } from "@/lib/storage/blob-response";
import { blobStore } from "@/lib/storage/current";

/** A small picture of what a run is painting; its address carries the content's hash, so a new one is a new address. */
export const GET = atDoor(
  "/assets/preview/{runId}/{index}",
  async (request: Request, { params }: { params: Promise<{ runId: string; index: string }> }): Promise<Response> => {
    try {
      const actor = await requireActor(request);
      const { runId, index } = await params;
      const place = getRunPreview.input.safeParse({ runId, index: Number(index) });
      if (!place.success) throw nothingHere();
      const { sha256, mimeType } = await getRunPreview(actor, place.data);
      const byteSize = await blobStore().size(sha256);
      if (byteSize === null) throw nothingHere();
      return await blobResponse(request, blobStore(), { sha256, mimeType, byteSize, fileName: `preview-${index}` });
    } catch (error) {
      return errorResponse(error);
    }
  },
);

export const HEAD = GET;

import { nothingHere } from "@/lib/api/errors";
import { errorResponse } from "@/lib/api/respond";
import { requireActor } from "@/lib/auth/require-actor";
import { getAssetFile } from "@/lib/services/asset/get-asset-file";
import { blobResponse } from "@/lib/storage/blob-response";
import { blobStore } from "@/lib/storage/current";

/** A picture of the studio: `thumb`, `screen` or `original`; with `?download=1` as a file to save. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string; rendition: string }> }): Promise<Response> {
  try {
    const actor = await requireActor(request);
    const { id, rendition } = await params;
    const place = getAssetFile.input.safeParse({ assetId: id, rendition });
    if (!place.success) throw nothingHere();
    return await blobResponse(request, blobStore(), await getAssetFile(actor, place.data));
  } catch (error) {
    return errorResponse(error);
  }
}

export const HEAD = GET;

import { nothingHere } from "@/lib/api/errors";
import { atDoor } from "@/lib/api/request-facts";
import { errorResponse } from "@/lib/api/respond";
import { requireActor } from "@/lib/auth/require-actor";
import { isStrippable } from "@/lib/domain/asset/file-type";
import { AppError } from "@/lib/domain/errors";
import { withoutMetadata } from "@/lib/media/as-downloaded";
import { type AssetFile, getAssetFile } from "@/lib/services/asset/get-asset-file";
import { blobResponse } from "@/lib/storage/blob-response";
import type { ByteSpan } from "@/lib/storage/blob-store";
import { blobStore } from "@/lib/storage/current";

/** A picture of the studio: `thumb`, `screen` or `original`; with `?download=1` as a file to save, with `&metadata=without` without what it says of itself. */
export const GET = atDoor(
  "/assets/{id}/{rendition}",
  async (request: Request, { params }: { params: Promise<{ id: string; rendition: string }> }): Promise<Response> => {
    try {
      const actor = await requireActor(request);
      const { id, rendition } = await params;
      const place = getAssetFile.input.safeParse({ assetId: id, rendition });
      if (!place.success) throw nothingHere();
      const file = await getAssetFile(actor, place.data);
      const isStripped = new URL(request.url).searchParams.get("metadata") === "without";
      return await (isStripped ? strippedResponse(request, file) : blobResponse(request, blobStore(), file));
    } catch (error) {
      return errorResponse(error);
    }
  },
);

export const HEAD = GET;

/** Only pictures, whose size is limited, are ever whole in memory. */
async function strippedResponse(request: Request, file: AssetFile): Promise<Response> {
  const { sha256, mimeType } = file;
  if (!isStrippable(mimeType))
    throw new AppError("REFUSED", `What a file of the type ${mimeType} says of itself cannot be taken out. Download it as it is.`);
  const bytes = withoutMetadata(await blobStore().read(sha256), mimeType);
  const open = async (_sha256: string, span?: ByteSpan) => new Blob([span ? bytes.subarray(span.start, span.end + 1) : bytes]).stream();
  return blobResponse(request, { open }, { ...file, sha256: `${sha256}-without`, byteSize: bytes.byteLength });
}

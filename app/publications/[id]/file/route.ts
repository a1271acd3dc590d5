import { nothingHere } from "@/lib/api/errors";
import { atDoor } from "@/lib/api/request-facts";
import { errorResponse } from "@/lib/api/respond";
import { getAssetFile } from "@/lib/services/asset/get-asset-file";
import { publicationPackage } from "@/lib/services/publication/publication-package";
import { blobResponse } from "@/lib/storage/blob-response";
import { blobStore } from "@/lib/storage/current";
import { whoAsks } from "../who-asks";

/** The published file under the name of its deliverable; with `?download=1` to save. Only while the publication stands. */
export const GET = atDoor(
  "/publications/{id}/file",
  async (request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> => {
    try {
      const asked = publicationPackage.input.safeParse({ publicationId: (await params).id });
      const actor = await whoAsks(request, asked.data?.publicationId ?? "");
      if (!asked.success) throw nothingHere();
      const { assetId, fileName } = await publicationPackage(actor, asked.data);
      const file = await getAssetFile(actor, { assetId, rendition: "original" });
      const response = await blobResponse(request, blobStore(), { ...file, fileName });
      // A publication can be withdrawn: unlike the bytes, the right to them is asked for each time.
      response.headers.set("Cache-Control", "private, no-cache");
      return response;
    } catch (error) {
      return errorResponse(error);
    }
  },
);

export const HEAD = GET;

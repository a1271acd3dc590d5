import { nothingHere } from "@/lib/api/errors";
import { atDoor } from "@/lib/api/request-facts";
import { errorResponse } from "@/lib/api/respond";
import { publicationPackage } from "@/lib/services/publication/publication-package";
import { blobStore } from "@/lib/storage/current";
import { whoAsks } from "../who-asks";

/** The manifest of a published file whose type holds none, to keep beside it. Only while the publication stands. */
export const GET = atDoor(
  "/publications/{id}/manifest",
  async (request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> => {
    try {
      const asked = publicationPackage.input.safeParse({ publicationId: (await params).id });
      const actor = await whoAsks(request, asked.data?.publicationId ?? "");
      if (!asked.success) throw nothingHere();
      const { manifestHash, fileName } = await publicationPackage(actor, asked.data);
      if (manifestHash === null) throw nothingHere();
      const name = `${fileName.replace(/\.\w+$/, "")}.c2pa`;
      return new Response(await blobStore().read(manifestHash), {
        headers: {
          "Cache-Control": "private, no-cache",
          "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
          "Content-Type": "application/c2pa",
          "X-Content-Type-Options": "nosniff",
        },
      });
    } catch (error) {
      return errorResponse(error);
    }
  },
);

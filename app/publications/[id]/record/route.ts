import { nothingHere } from "@/lib/api/errors";
import { atDoor } from "@/lib/api/request-facts";
import { errorResponse } from "@/lib/api/respond";
import { getPublication } from "@/lib/services/publication/get-publication";
import { whoAsks } from "../who-asks";

/** The record of a publication as a JSON file to keep beside the published one; also after it was withdrawn. */
export const GET = atDoor(
  "/publications/{id}/record",
  async (request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> => {
    try {
      const asked = getPublication.input.safeParse({ publicationId: (await params).id });
      const actor = await whoAsks(request, asked.data?.publicationId ?? "");
      if (!asked.success) throw nothingHere();
      const publication = await getPublication(actor, asked.data);
      return new Response(`${JSON.stringify(publication, null, 2)}\n`, {
        headers: {
          "Cache-Control": "private, no-cache",
          "Content-Disposition": `attachment; filename="publication-${publication.id}.json"`,
          "Content-Type": "application/json; charset=utf-8",
          "X-Content-Type-Options": "nosniff",
        },
      });
    } catch (error) {
      return errorResponse(error);
    }
  },
);

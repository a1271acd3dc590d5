import { atDoor } from "@/lib/api/request-facts";
import { asPrivate, errorResponse } from "@/lib/api/respond";
import { requireActor } from "@/lib/auth/require-actor";
import { receiveLibrary } from "@/lib/uploads/receive-library";

/** A library's zip or a file of styles, as the body; with `?dryRun=1` only what it would make is said. */
export const POST = atDoor("/libraries/import", async (request: Request): Promise<Response> => {
  try {
    const actor = await requireActor(request);
    const isDryRun = new URL(request.url).searchParams.get("dryRun") === "1";
    return asPrivate(Response.json(await receiveLibrary(request, actor, isDryRun)));
  } catch (error) {
    return errorResponse(error);
  }
});

/** A slow line may take its time. Seconds. */
export const maxDuration = 3600;

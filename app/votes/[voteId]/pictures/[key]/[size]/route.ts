import { nothingHere } from "@/lib/api/errors";
import { atDoor } from "@/lib/api/request-facts";
import { errorResponse } from "@/lib/api/respond";
import { requireActor } from "@/lib/auth/require-actor";
import { votePicture } from "@/lib/services/vote/vote-picture";
import { blobResponse } from "@/lib/storage/blob-response";
import { blobStore } from "@/lib/storage/current";

type Params = { params: Promise<{ voteId: string; key: string; size: string }> };

/** A picture of a blind vote. Its address and name lead back to nothing. */
export const GET = atDoor("/votes/{voteId}/pictures/{key}/{size}", async (request: Request, { params }: Params): Promise<Response> => {
  try {
    const actor = await requireActor(request);
    const asked = votePicture.input.safeParse(await params);
    if (!asked.success) throw nothingHere();
    const file = await votePicture(actor, asked.data);
    return await blobResponse(request, blobStore(), { ...file, fileName: "picture" });
  } catch (error) {
    return errorResponse(error);
  }
});

export const HEAD = GET;

import { nothingHere } from "@/lib/api/errors";
import { atDoor } from "@/lib/api/request-facts";
import { errorResponse } from "@/lib/api/respond";
import { requireGuest } from "@/lib/auth/guest";
import { guestFile } from "@/lib/services/guest/guest-file";
import { askedEachTime } from "../../../asked-each-time";
import { shownTo } from "../../../shown-to";

type Params = { params: Promise<{ token: string; attemptId: string; size: string }> };

/** A picture behind a share link, for a guest who came in: `thumb`, `screen`, or `film` for a video that may be played. */
export const GET = atDoor("/share/{token}/pictures/{attemptId}/{size}", async (request: Request, { params }: Params): Promise<Response> => {
  try {
    const { token, ...asked } = await params;
    const guest = await requireGuest(token, request);
    const place = guestFile.input.safeParse(asked);
    if (!place.success) throw nothingHere();
    const { size } = place.data;
    return await askedEachTime(request, await shownTo(guest, size, await guestFile(guest, place.data)));
  } catch (error) {
    return errorResponse(error);
  }
});

export const HEAD = GET;

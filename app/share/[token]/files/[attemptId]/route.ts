import { nothingHere } from "@/lib/api/errors";
import { atDoor } from "@/lib/api/request-facts";
import { errorResponse } from "@/lib/api/respond";
import { requireGuest } from "@/lib/auth/guest";
import { takeFile } from "@/lib/services/guest/take-file";
import { askedEachTime } from "../../asked-each-time";
import { shownTo } from "../../shown-to";

type Params = { params: Promise<{ token: string; attemptId: string }> };

/** The file of an attempt as it was submitted, or through a watermarked link its picture with the guest's name. Every taking stands in the trail. */
export const GET = atDoor("/share/{token}/files/{attemptId}", async (request: Request, { params }: Params): Promise<Response> => {
  try {
    const { token, attemptId } = await params;
    const guest = await requireGuest(token, request);
    const asked = takeFile.input.safeParse({ attemptId });
    if (!asked.success) throw nothingHere();
    return await askedEachTime(request, await shownTo(guest, "screen", await takeFile(guest, asked.data)));
  } catch (error) {
    return errorResponse(error);
  }
});

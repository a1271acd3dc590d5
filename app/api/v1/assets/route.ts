import { handleFileRequest } from "@/lib/api/file-request";
import { atDoor } from "@/lib/api/request-facts";
import { handleRest } from "@/lib/api/rest";
import { receiveAsset } from "@/lib/uploads/receive-asset";

/** A file for the studio, sent by a program. */
export const POST = atDoor("/api/v1/assets", (request: Request): Promise<Response> => {
  return handleFileRequest(request, receiveAsset);
});

/** Everything else at this address is JSON, as everywhere. */
export { handleRest as DELETE, handleRest as GET, handleRest as PATCH, handleRest as PUT };

/** A slow line may take its time. Seconds. */
export const maxDuration = 3600;

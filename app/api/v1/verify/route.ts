import { handleFileRequest } from "@/lib/api/file-request";
import { atDoor } from "@/lib/api/request-facts";
import { verifyFile } from "@/lib/uploads/verify-file";

/** A file to be told about; nothing of it is kept. */
export const POST = atDoor("/api/v1/verify", (request: Request): Promise<Response> => {
  return handleFileRequest(request, verifyFile);
});

/** A slow line may take its time. Seconds. */
export const maxDuration = 3600;

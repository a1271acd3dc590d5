import { handleFileRequest } from "@/lib/api/file-request";
import { verifyFile } from "@/lib/uploads/verify-file";

/** A file to be told about; nothing of it is kept. */
export function POST(request: Request): Promise<Response> {
  return handleFileRequest(request, verifyFile);
}

/** A slow line may take its time. Seconds. */
export const maxDuration = 3600;

import { blobResponse, type ServedFile } from "@/lib/storage/blob-response";
import { blobStore } from "@/lib/storage/current";

/** A link can be taken back: unlike the bytes, the right to them is asked for each time. */
export async function askedEachTime(request: Request, file: ServedFile): Promise<Response> {
  const response = await blobResponse(request, blobStore(), file);
  response.headers.set("Cache-Control", "private, no-cache");
  return response;
}

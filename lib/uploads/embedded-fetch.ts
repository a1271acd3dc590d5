import { z } from "zod";
import { AppError } from "@/lib/domain/errors";

const CallbackResult = z.object({ fileKey: z.string(), callbackData: z.unknown() });

/** Results the file router reported, by file key, until the ingest that waits for them takes them. Same process, same request. */
const reported = new Map<string, unknown>();

/**
 * What `UploadThing` would say over the network, said in process: the library's server half calls its service through
 * this. Anything else it might ask for is refused, so that without a token nothing ever leaves this machine.
 */
export async function embeddedFetch(ingestUrl: string, request: Request): Promise<Response> {
  switch (request.url) {
    // Uploads are announced in the database by the router's middleware, which knows who asks.
    case `${ingestUrl}/route-metadata`:
      return Response.json({ ok: true });
    case `${ingestUrl}/callback-result`: {
      const { fileKey, callbackData } = CallbackResult.parse(await request.json());
      reported.set(fileKey, callbackData);
      return Response.json({ ok: true });
    }
    default:
      throw new AppError("REFUSED", `The embedded upload service has no such address: ${request.url}`);
  }
}

/** Takes what the router's `onUploadComplete` returned; undefined when it failed, which the library swallows. */
export function takeReported(fileKey: string): unknown {
  const result = reported.get(fileKey);
  reported.delete(fileKey);
  return result;
}

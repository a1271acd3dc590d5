import { nothingHere } from "@/lib/api/errors";
import { atDoor } from "@/lib/api/request-facts";
import { errorResponse } from "@/lib/api/respond";
import { requireActor } from "@/lib/auth/require-actor";
import { getThumbFiles } from "@/lib/services/asset/get-thumb-files";
import { blobStore } from "@/lib/storage/current";

/** What stands for a picture that is not there. */
const NOTHING = new Uint8Array(4);

/**
 * Many small pictures at once, `?ids=a,b,c`: for each, in order, its length in bytes (32 bits, little-endian) and then itself; length 0
 * where there is none. A gallery that stops somewhere needs fifty, and fifty requests are slower than their bytes.
 */
export const GET = atDoor("/assets/thumbs", async (request: Request): Promise<Response> => {
  try {
    const actor = await requireActor(request);
    const asked = getThumbFiles.input.safeParse({ assetIds: new URL(request.url).searchParams.get("ids")?.split(",") ?? [] });
    if (!asked.success) throw nothingHere();
    const files = await getThumbFiles(actor, asked.data);
    const parts = await Promise.all(
      files.map(async (file) => {
        const bytes =
          file &&
          (await blobStore()
            .read(file.sha256)
            .catch(() => null));
        return bytes ? [lengthOf(bytes), bytes] : [NOTHING];
      }),
    );
    return new Response(new Blob(parts.flat()), {
      headers: {
        "Content-Type": "application/octet-stream",
        "Cache-Control": "private, max-age=600",
        Vary: "Cookie, Authorization",
        "X-Content-Type-Options": "nosniff",
      },
    });
  } catch (error) {
    return errorResponse(error);
  }
});

function lengthOf(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, bytes.byteLength, true);
  return length;
}

import { nothingHere } from "@/lib/api/errors";
import { atDoor } from "@/lib/api/request-facts";
import { errorResponse } from "@/lib/api/respond";
import { requireActor } from "@/lib/auth/require-actor";
import { isStrippable } from "@/lib/domain/asset/file-type";
import { withoutMetadata } from "@/lib/media/as-downloaded";
import { type PackedFile, planOfZip } from "@/lib/services/zip/plan-of-zip";
import { wantedRange } from "@/lib/storage/byte-range";
import { blobStore } from "@/lib/storage/current";
import { planZip } from "@/lib/storage/zip/zip-plan";

/**
 * A zip that is ready, written as it is sent: nothing of it lies on a disk, and no file is opened before its turn. The same bytes every time,
 * so a download that broke off goes on where it was (`Range`).
 */
export const GET = atDoor(
  "/assets/zips/{zipId}",
  async (request: Request, { params }: { params: Promise<{ zipId: string }> }): Promise<Response> => {
    try {
      const actor = await requireActor(request);
      const asked = planOfZip.input.safeParse(await params);
      if (!asked.success) throw nothingHere();
      const { files, madeAt } = await planOfZip(actor, asked.data);
      const { byteSize, open } = planZip(files, madeAt, (place, start, end) => {
        const file = files[place];
        if (!file) throw new RangeError(`The zip has no file ${place}.`);
        return bytesOf(file, start, end);
      });
      const etag = `"${asked.data.zipId}"`;
      const condition = request.headers.get("if-range");
      const isRangeMeant = request.method === "GET" && (condition === null || condition === etag);
      const range = isRangeMeant ? wantedRange(request.headers.get("range"), byteSize) : "whole";
      const headers = new Headers({
        "Accept-Ranges": "bytes",
        "Cache-Control": "private, no-store",
        "Content-Disposition": `attachment; filename="assets-${madeAt.toISOString().slice(0, 10)}.zip"`,
        "Content-Type": "application/zip",
        ETag: etag,
        Vary: "Cookie, Authorization",
        "X-Content-Type-Options": "nosniff",
      });
      if (range === "unsatisfiable") {
        headers.set("Content-Range", `bytes */${byteSize}`);
        return new Response(null, { status: 416, headers });
      }
      const { start, end } = range === "whole" ? { start: 0, end: byteSize - 1 } : range;
      headers.set("Content-Length", String(end - start + 1));
      if (range !== "whole") headers.set("Content-Range", `bytes ${start}-${end}/${byteSize}`);
      return new Response(request.method === "HEAD" ? null : open(start, end), { status: range === "whole" ? 200 : 206, headers });
    } catch (error) {
      return errorResponse(error);
    }
  },
);

export const HEAD = GET;

/** Only pictures, whose size is limited, are ever whole in memory, one at a time. */
async function bytesOf({ sha256, mimeType, isStripped }: PackedFile, start: number, end: number): Promise<ReadableStream<Uint8Array>> {
  if (!isStripped || !isStrippable(mimeType)) return blobStore().open(sha256, { start, end });
  const bytes = withoutMetadata(await blobStore().read(sha256), mimeType);
  return new Blob([bytes.subarray(start, end + 1)]).stream();
}

import { nothingHere } from "@/lib/api/errors";
import { atDoor } from "@/lib/api/request-facts";
import { errorResponse } from "@/lib/api/respond";
import { requireActor } from "@/lib/auth/require-actor";
import { isVideoType } from "@/lib/domain/asset/file-type";
import { MANIFEST_NAME, pictureName } from "@/lib/domain/pattern/library-archive";
import { exportLibrary } from "@/lib/services/library/export-library";
import { blobStore } from "@/lib/storage/current";
import { zipOf } from "@/lib/storage/zip/write-zip";

/** A style library as one zip: its facts, and the pictures its patterns name. */
export const GET = atDoor(
  "/libraries/{libraryId}/archive",
  async (request: Request, { params }: { params: Promise<{ libraryId: string }> }): Promise<Response> => {
    try {
      const actor = await requireActor(request);
      const asked = exportLibrary.input.safeParse(await params);
      if (!asked.success) throw nothingHere();
      const { slug, archive } = await exportLibrary(actor, asked.data);
      const blobs = blobStore();
      // No studio imports videos with a library: with their bytes a zip could only be too large to be taken at all.
      const hashes = new Map(archive.pictures.flatMap(({ sha256, mimeType }) => (isVideoType(mimeType) ? [] : [[sha256, mimeType]])));
      const files = [
        { name: MANIFEST_NAME, bytes: Buffer.from(`${JSON.stringify(archive, null, 2)}\n`), isCompressed: true },
        ...[...hashes].map(([sha256, mimeType]) => ({
          name: pictureName(sha256, mimeType),
          bytes: () => blobs.open(sha256),
          isCompressed: false,
        })),
      ];
      return new Response(zipOf(files), {
        headers: {
          "Cache-Control": "private, no-store",
          "Content-Disposition": `attachment; filename="${slug}.selects.zip"`,
          "Content-Type": "application/zip",
          "X-Content-Type-Options": "nosniff",
        },
      });
    } catch (error) {
      return errorResponse(error);
    }
  },
);

import { z } from "zod";
import { errorResponse } from "@/lib/api/respond";
import { requireActor } from "@/lib/auth/require-actor";
import { Target } from "@/lib/domain/asset/choice";
import { MANIFEST_NAME } from "@/lib/domain/asset/zip-names";
import { AppError } from "@/lib/domain/errors";
import { stripMetadata } from "@/lib/media/strip-metadata";
import { type ZipFileEntry, zipFiles } from "@/lib/services/asset/zip-files";
import { blobStore } from "@/lib/storage/current";
import { zipOf } from "@/lib/storage/zip/write-zip";

/** What the form says: the files as JSON, and whether what they say of themselves comes with them. */
const Asked = z.object({
  target: z
    .string()
    .max(400_000)
    .pipe(z.preprocess((text) => jsonOf(text), Target)),
  metadata: z.enum(["with", "without"]),
});

/**
 * Files as one zip with a manifest, written while it is sent: nothing of it lies on a disk, and no file is opened before its turn. A form of
 * the studio asks for it, so that the browser saves it as it comes.
 */
export async function POST(request: Request): Promise<Response> {
  try {
    const actor = await requireActor(request);
    const asked = Asked.safeParse(Object.fromEntries(await request.formData()));
    if (!asked.success) throw new AppError("BAD_INPUT", "Say which files, and whether with their metadata.", { cause: asked.error });
    const { target, metadata } = asked.data;
    const files = await zipFiles(actor, { target });
    const isStripped = ({ mimeType }: ZipFileEntry) =>
      metadata === "without" && ["image/png", "image/jpeg", "image/webp"].includes(mimeType);
    const manifest = files.map((file) => ({ ...file, metadata: isStripped(file) ? "removed" : "as stored" }));
    const zip = zipOf([
      ...files.map((file) => ({
        name: file.name,
        isCompressed: false,
        bytes: isStripped(file) ? () => strippedOf(file) : () => blobStore().open(file.sha256),
      })),
      { name: MANIFEST_NAME, isCompressed: true, bytes: new TextEncoder().encode(JSON.stringify({ files: manifest }, null, 2)) },
    ]);
    return new Response(zip, {
      headers: {
        "Content-Type": "application/zip",
        "Content-Disposition": `attachment; filename="assets-${new Date().toISOString().slice(0, 10)}.zip"`,
        "Cache-Control": "private, no-store",
        "X-Content-Type-Options": "nosniff",
      },
    });
  } catch (error) {
    return errorResponse(error);
  }
}

/** Only pictures, whose size is limited, are ever whole in memory, one at a time. */
async function strippedOf({ sha256, mimeType }: ZipFileEntry): Promise<ReadableStream<Uint8Array>> {
  const bytes = await blobStore().read(sha256);
  return new Blob([Uint8Array.from(stripMetadata(bytes, mimeType) ?? bytes)]).stream();
}

function jsonOf(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return undefined;
  }
}

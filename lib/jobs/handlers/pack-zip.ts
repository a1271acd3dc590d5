import { crc32 } from "node:zlib";
import { isStrippable } from "@/lib/domain/asset/file-type";
import { AppError } from "@/lib/domain/errors";
import { MANIFEST_NAME } from "@/lib/domain/zip/names";
import { withoutMetadata } from "@/lib/media/as-downloaded";
import {
  type FileToPack,
  type FoundFile,
  finishZip,
  manifestPage,
  nextToPack,
  notePart,
  type PackedManifest,
  packedSizes,
} from "@/lib/services/zip/pack-part";
import type { BlobStore } from "@/lib/storage/blob-store";
import { planZip } from "@/lib/storage/zip/zip-plan";

/**
 * Looks through the files of a zip, a part at a time: their sizes and checksums are all that is needed to write any part of it later. Begun
 * again, it goes on where it was.
 */
export async function packZip(
  { workspaceId, zipId }: { workspaceId: string; zipId: string },
  signal: AbortSignal,
  blobs: BlobStore,
): Promise<void> {
  for (;;) {
    const part = await nextToPack(workspaceId, zipId);
    if (part === null) return;
    if (part.files.length === 0) break;
    const found: FoundFile[] = [];
    for (const file of part.files) {
      signal.throwIfAborted();
      found.push({ file, found: await look(file, part.isStripped, blobs) });
    }
    if (!(await notePart(workspaceId, zipId, found))) return;
  }
  const manifest = await writeManifest(zipId, blobs);
  const files = [...(await packedSizes(zipId)), { name: MANIFEST_NAME, ...manifest }];
  const { byteSize } = planZip(files, new Date(0), () => Promise.reject(new Error("only its size is asked for")));
  await finishZip(workspaceId, zipId, manifest, byteSize);
}

/** Null when the bytes are not there: one lost file is no reason to keep the others from somebody. */
async function look({ sha256, mimeType }: FileToPack, isStripped: boolean, blobs: BlobStore): Promise<FoundFile["found"]> {
  try {
    if (isStripped && isStrippable(mimeType)) {
      const bytes = withoutMetadata(await blobs.read(sha256), mimeType);
      return { byteSize: bytes.byteLength, crc: crc32(bytes) };
    }
    let [byteSize, crc] = [0, 0];
    const reader = (await blobs.open(sha256)).getReader();
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      byteSize += next.value.byteLength;
      crc = crc32(next.value, crc);
    }
    return { byteSize, crc };
  } catch (error) {
    if (error instanceof AppError && error.code === "NOT_FOUND") return null;
    throw error;
  }
}

async function writeManifest(zipId: string, blobs: BlobStore): Promise<PackedManifest> {
  let crc = 0;
  async function* lines(): AsyncGenerator<Uint8Array> {
    const line = (text: string) => {
      const bytes = new TextEncoder().encode(text);
      crc = crc32(bytes, crc);
      return bytes;
    };
    yield line('{ "files": [');
    for (let at = 0; ; ) {
      const page = await manifestPage(zipId, at);
      if (page.length === 0) break;
      yield line(page.map((file, nth) => `${at + nth === 0 ? "" : ","}\n  ${JSON.stringify(file)}`).join(""));
      at += page.length;
    }
    yield line("\n] }\n");
  }
  const { sha256, byteSize } = await blobs.put(lines());
  return { sha256, byteSize, crc };
}

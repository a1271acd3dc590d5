import type { FileBytes } from "@/lib/media/video/file-bytes";
import type { BlobStore, StoredBlob } from "@/lib/storage/blob-store";

/** A stored blob as a file that is read where it is looked at. */
export function blobFile(blobs: BlobStore, { sha256, byteSize }: StoredBlob): FileBytes {
  return {
    byteSize,
    async read(start, end) {
      if (end <= start) return new Uint8Array();
      const bytes = new Uint8Array(end - start);
      let filled = 0;
      // Both ends of a span count.
      for (const reader = (await blobs.open(sha256, { start, end: end - 1 })).getReader(); ; ) {
        const { done, value } = await reader.read();
        if (done) return bytes.subarray(0, filled);
        bytes.set(value, filled);
        filled += value.byteLength;
      }
    },
  };
}

import type { PreparedFile, StoredFile } from "@/lib/domain/asset/media";
import type { BlobStore, StoredBlob } from "./blob-store";

/** Stores a prepared file and its renditions; what comes back is what an asset is made of. Safe to repeat. */
export async function putFile(store: BlobStore, bytes: Uint8Array, file: PreparedFile): Promise<StoredFile> {
  return putRenditions(store, await store.put(bytes), file);
}

/** The same for a file whose bytes are stored already. */
export async function putRenditions(store: BlobStore, original: StoredBlob, file: PreparedFile): Promise<StoredFile> {
  const renditions = await Promise.all(
    file.renditions.map(async ({ bytes, ...rendition }) => ({ ...rendition, ...(await store.put(bytes)) })),
  );
  return { ...original, facts: file.facts, thumbHash: file.thumbHash, renditions };
}

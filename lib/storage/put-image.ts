import type { PreparedImage, StoredImage } from "@/lib/domain/asset/image";
import type { BlobStore } from "./blob-store";

/** Stores a prepared image and its renditions; what comes back is what an asset is made of. Safe to repeat. */
export async function putImage(store: BlobStore, bytes: Uint8Array, image: PreparedImage): Promise<StoredImage> {
  const [original, ...renditions] = await Promise.all([
    store.put(bytes),
    ...image.renditions.map(async ({ bytes: smaller, ...rendition }) => ({ ...rendition, ...(await store.put(smaller)) })),
  ]);
  return { ...original, facts: image.facts, thumbHash: image.thumbHash, renditions };
}

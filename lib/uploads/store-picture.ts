import type { StoredImage } from "@/lib/domain/asset/image";
import { prepareImage } from "@/lib/media/prepare-image";
import { blobStore } from "@/lib/storage/current";
import { putImage } from "@/lib/storage/put-image";

/**
 * Looks at the bytes of a picture and stores them with everything made from them. Safe to repeat.
 * @throws AppError with a sentence for what is refused; nothing of it is kept
 */
export async function storePicture(bytes: Uint8Array): Promise<StoredImage> {
  return putImage(blobStore(), bytes, await prepareImage(bytes));
}

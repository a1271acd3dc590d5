import type { StoredFile } from "@/lib/domain/asset/media";
import { prepareImage } from "@/lib/media/prepare-image";
import { blobStore } from "@/lib/storage/current";
import { putFile } from "@/lib/storage/put-file";

/**
 * Looks at the bytes of a picture and stores them with everything made from them. Safe to repeat.
 * @throws AppError with a sentence for what is refused; nothing of it is kept
 */
export async function storePicture(bytes: Uint8Array): Promise<StoredFile> {
  return putFile(blobStore(), bytes, await prepareImage(bytes));
}

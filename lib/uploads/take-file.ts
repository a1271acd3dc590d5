import { isVideoType } from "@/lib/domain/asset/file-type";
import { MAX_IMAGE_BYTES, MAX_VIDEO_BYTES } from "@/lib/domain/asset/limits";
import type { StoredFile } from "@/lib/domain/asset/media";
import { FILE_REFUSALS, refusedFileType, tooManyBytes, tooManyVideoBytes } from "@/lib/domain/asset/refusal";
import { AppError } from "@/lib/domain/errors";
import { prepareImage } from "@/lib/media/prepare-image";
import { SNIFF_BYTES, sniff } from "@/lib/media/sniff";
import type { StoredBlob } from "@/lib/storage/blob-store";
import { blobStore } from "@/lib/storage/current";
import { putFile } from "@/lib/storage/put-file";
import { uploadParts } from "@/lib/storage/upload-parts";

/** A file that is stored: a picture has been looked at, a video only by its first bytes. */
export type TakenFile = { readonly kind: "picture"; readonly file: StoredFile } | { readonly kind: "video"; readonly video: StoredBlob };

/**
 * Stores a file that has arrived whole in the upload parts under this id. The web process decodes pictures, which takes a moment, and never a
 * video: native code that reads whatever people send belongs into a process that may die of it. Safe to repeat.
 * @throws AppError with a sentence for what is refused; nothing of it is kept
 */
export async function takeFile(id: string): Promise<TakenFile> {
  const parts = uploadParts();
  const byteSize = await parts.size(id);
  if (byteSize === 0) throw new AppError("BAD_INPUT", FILE_REFUSALS.empty);
  const type = sniff(await parts.head(id, SNIFF_BYTES));
  const refusal = refusedFileType(type);
  if (refusal) throw new AppError("BAD_INPUT", refusal);
  if (isVideoType(type)) {
    if (byteSize > MAX_VIDEO_BYTES) throw new AppError("TOO_LARGE", tooManyVideoBytes(byteSize));
    return { kind: "video", video: await blobStore().put(parts.open(id)) };
  }
  if (byteSize > MAX_IMAGE_BYTES) throw new AppError("TOO_LARGE", tooManyBytes(byteSize));
  const bytes = await parts.read(id);
  return { kind: "picture", file: await putFile(blobStore(), bytes, await prepareImage(bytes)) };
}

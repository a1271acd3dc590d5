import type { UploadResult } from "@/lib/domain/asset/upload";
import { AppError } from "@/lib/domain/errors";
import { finishUpload } from "@/lib/services/asset/finish-upload";
import { findUpload, refuseUpload, type Upload } from "@/lib/services/asset/upload-ticket";
import { storePicture } from "./store-picture";

/**
 * Looks at the bytes of an upload, stores them and makes the asset, or says why not. Safe to repeat, in several processes
 * at once: whoever comes second gets the first one's result. A picture that is refused leaves no bytes behind.
 */
export async function completeUpload(upload: Upload, fileName: string, bytes: Uint8Array): Promise<UploadResult> {
  try {
    return await finishUpload(upload.actor, { uploadId: upload.id, fileName, file: await storePicture(bytes) });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code !== "CONFLICT") await refuseUpload(upload.id, error.message);
    const ended = await findUpload(upload.id);
    return ended?.result ?? { kind: "refused", sentence: error.message };
  }
}

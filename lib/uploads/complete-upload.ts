import type { UploadResult } from "@/lib/domain/asset/upload";
import { AppError } from "@/lib/domain/errors";
import { finishUpload } from "@/lib/services/asset/finish-upload";
import { handInVideo } from "@/lib/services/asset/hand-in-video";
import { findUpload, refuseUpload, type Upload } from "@/lib/services/asset/upload-ticket";
import { takeFile } from "./take-file";

/**
 * Looks at the bytes of an upload, stores them and makes the asset, or says why not; a video is left to the worker. Safe to repeat, in several
 * processes at once: whoever comes second gets the first one's result. A file that is refused leaves no bytes behind.
 */
export async function completeUpload(upload: Upload, fileName: string): Promise<UploadResult> {
  const uploadId = upload.id;
  try {
    const taken = await takeFile(uploadId);
    if (taken.kind === "picture") return await finishUpload(upload.actor, { uploadId, fileName, file: taken.file });
    await handInVideo(upload.actor, { uploadId, fileName, video: taken.video });
    return { kind: "checking", uploadId };
  } catch (error) {
    // Whoever was first has taken the bytes away, perhaps while they were read here.
    const first = await findUpload(upload.id);
    if (first?.result) return first.result;
    if (!(error instanceof AppError)) throw error;
    if (error.code !== "CONFLICT") await refuseUpload(upload.id, error.message);
    const ended = await findUpload(upload.id);
    return ended?.result ?? { kind: "refused", sentence: error.message };
  }
}

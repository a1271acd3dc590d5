import { VIDEO_REFUSALS } from "@/lib/domain/asset/refusal";
import { MAX_CHECK_TRIES } from "@/lib/domain/asset/upload";
import { AppError } from "@/lib/domain/errors";
import { inspectVideo } from "@/lib/media/video/inspection/inspect-video";
import { beginCheck, type UncheckedVideo } from "@/lib/services/asset/begin-check";
import { finishUpload } from "@/lib/services/asset/finish-upload";
import { namedBlobs } from "@/lib/services/asset/named-blobs";
import { findUpload, refuseUpload } from "@/lib/services/asset/upload-ticket";
import type { BlobStore } from "@/lib/storage/blob-store";
import { putRenditions } from "@/lib/storage/put-file";
import { blobFile } from "../blob-file";

/**
 * Looks at a video that was sent, makes its poster and filmstrip, and the asset; or says why not, and keeps nothing of it. Killed anywhere, it
 * is simply done again: the same bytes give the same blobs, and the last step happens once. It always ends.
 */
export async function checkUpload(job: { workspaceId: string; uploadId: string }, signal: AbortSignal, blobs: BlobStore): Promise<void> {
  const { workspaceId, uploadId } = job;
  const unchecked = await beginCheck(workspaceId, uploadId);
  if (!unchecked) return;
  const startedAt = new Date();
  const refuse = async (sentence: string) => {
    await refuseUpload(uploadId, sentence);
    await forget(blobs, unchecked, startedAt);
  };
  const upload = await findUpload(uploadId);
  if (!upload) return refuse(VIDEO_REFUSALS.lostMember);
  if (unchecked.tries > MAX_CHECK_TRIES) return refuse(VIDEO_REFUSALS.breaksReader);
  try {
    const prepared = await inspectVideo(blobFile(blobs, unchecked), signal);
    const file = await putRenditions(blobs, unchecked, prepared);
    await finishUpload(upload.actor, { uploadId, fileName: unchecked.fileName, file });
  } catch (error) {
    // A full disk passes; another worker that was first has told already.
    if (!(error instanceof AppError) || error.code === "NO_SPACE") throw error;
    if (error.code !== "CONFLICT") await refuse(error.message);
  }
}

/** Bytes that were refused go at once, unless something else is made of the same ones or somebody just sends them again. */
async function forget(blobs: BlobStore, { sha256 }: UncheckedVideo, before: Date): Promise<void> {
  const named = await namedBlobs([sha256]);
  if (!named.has(sha256)) await blobs.discard(sha256, before);
}

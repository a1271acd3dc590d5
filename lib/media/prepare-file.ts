import { isVideoType } from "@/lib/domain/asset/file-type";
import { MAX_IMAGE_BYTES, MAX_VIDEO_BYTES } from "@/lib/domain/asset/limits";
import type { PreparedFile } from "@/lib/domain/asset/media";
import { prepareImage } from "./prepare-image";
import { sniff } from "./sniff";
import { inMemory } from "./video/file-bytes";
import { prepareVideo } from "./video/prepare-video";

/**
 * Looks at a picture or a video, told apart by its bytes alone, and makes everything derived from it. Worker only.
 * `marksBytes` is room above the limit for what we ourselves wrote into it.
 * @throws AppError with a sentence for people, as `prepareImage` and `prepareVideo` do.
 */
export function prepareFile(bytes: Uint8Array, marksBytes = 0): Promise<PreparedFile> {
  if (isVideoType(sniff(bytes))) return prepareVideo(inMemory(bytes), MAX_VIDEO_BYTES + marksBytes);
  return prepareImage(bytes, MAX_IMAGE_BYTES + marksBytes);
}

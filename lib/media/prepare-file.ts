import { isVideoType } from "@/lib/domain/asset/file-type";
import type { PreparedFile } from "@/lib/domain/asset/media";
import { prepareImage } from "./prepare-image";
import { sniff } from "./sniff";
import { inMemory } from "./video/file-bytes";
import { prepareVideo } from "./video/prepare-video";

/**
 * Looks at what an engine made, picture or video by its bytes alone, and makes everything derived from it. Worker only.
 * @throws AppError with a sentence for people, as `prepareImage` and `prepareVideo` do.
 */
export function prepareFile(bytes: Uint8Array): Promise<PreparedFile> {
  return isVideoType(sniff(bytes)) ? prepareVideo(inMemory(bytes)) : prepareImage(bytes);
}

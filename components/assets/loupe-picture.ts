import { type ListedAsset, videoOf } from "@/lib/domain/asset/asset-view";
import type { GalleryRow } from "@/lib/domain/asset/gallery";

/** A row of the gallery as a closer look shows it. `read` is the file that was read last: how a video plays does not stand in its row. */
export function loupePicture(row: GalleryRow, read: ListedAsset | undefined) {
  const video = read?.id === row.id ? videoOf(read) : null;
  return { ...row, assetId: row.id, label: row.title, group: null, video, isAwaited: row.kind === "video" && video === null };
}

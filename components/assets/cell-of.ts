import type { GalleryCell } from "@/components/picture-surface/gallery";
import { COLOUR_LOOKS } from "@/components/ui/colours";
import { durationText } from "@/components/ui/video/duration-text";
import { assetUrls } from "@/lib/domain/asset/asset-view";
import type { GalleryRow } from "@/lib/domain/asset/gallery";
import { RENDITION_LONG_SIDES } from "@/lib/domain/asset/limits";
import { bytesText } from "./words";

const FLAG_WORDS = { pick: "picked", reject: "rejected", none: null } as const;

/** A file as the gallery draws and reads it. Deleted files have no pictures to show, only what is remembered of them. */
export function cellOf(row: GalleryRow, isDeleted: boolean): GalleryCell {
  const { id, kind, title, width, height, durationMs, flag, rating, colour, stackSize } = row;
  const look = colour === "none" ? null : COLOUR_LOOKS[colour];
  const label = [
    title,
    kind === "video" ? `video, ${durationText(durationMs ?? 0)}` : null,
    FLAG_WORDS[flag],
    rating > 0 ? `${rating} ${rating === 1 ? "star" : "stars"}` : null,
    look?.word.toLowerCase() ?? null,
    stackSize > 1 ? `stack of ${stackSize}` : null,
  ];
  return {
    id,
    label: label.filter((part) => part !== null).join(", "),
    title,
    facts: [`${width} × ${height}`, durationMs === null ? bytesText(row.byteSize) : durationText(durationMs), row.createdAt.slice(0, 10)],
    picture: {
      state: isDeleted ? "failed" : "ready",
      note: isDeleted ? "Deleted" : undefined,
      sources: isDeleted ? [] : sourcesOf(row),
      aspect: width / height,
      thumbHash: row.thumbHash === "" ? undefined : row.thumbHash,
      frame: flag === "pick" ? "picked" : "none",
      dim: flag === "reject",
      badge: durationMs === null ? undefined : durationText(durationMs),
    },
    stars: rating,
    mark: look,
    stacked: stackSize,
  };
}

function sourcesOf({ id, kind, width, height }: GalleryRow) {
  const urls = assetUrls(id, kind);
  // Sizes are given by the longer side; the surface asks by width.
  const widthAt = (longSide: number) => Math.max(1, Math.round(Math.min(width, longSide * Math.min(1, width / height))));
  return [
    { url: urls.thumb, width: widthAt(RENDITION_LONG_SIDES.thumb) },
    { url: urls.screen, width: widthAt(RENDITION_LONG_SIDES.screen) },
  ];
}

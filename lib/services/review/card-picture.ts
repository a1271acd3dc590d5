import type { Prisma } from "@/lib/db/generated/client";
import type { AttemptPicture } from "@/lib/domain/review/view";
import { videoColumns, videoShape } from "../asset/asset-view";

/** What a file's row must bring along to be shown on a card. */
export const pictureSelect = {
  id: true,
  kind: true,
  fileName: true,
  mimeType: true,
  width: true,
  height: true,
  thumbHash: true,
  ...videoColumns,
} as const satisfies Prisma.AssetSelect;

type PictureRow = Prisma.AssetGetPayload<{ select: typeof pictureSelect }>;

export function pictureOf({ id, kind, fileName, mimeType, width, height, thumbHash, durationMs, provenance }: PictureRow): AttemptPicture {
  return { assetId: id, kind, fileName, mimeType, width, height, thumbHash, video: videoShape({ durationMs, provenance }) };
}

import type { AssetZip } from "@/lib/db/generated/client";
import { AppError } from "@/lib/domain/errors";
import { ZIP_KEPT_DAYS, ZipStatus, type ZipView } from "@/lib/domain/zip/zip";

const DAY_MS = 86_400_000;

export function zipView(zip: AssetZip): ZipView {
  return {
    id: zip.id,
    status: ZipStatus.parse(zip.status),
    done: zip.done,
    total: zip.total,
    missing: zip.missing,
    byteSize: Number(zip.byteSize),
    metadata: zip.isStripped ? "without" : "with",
    url: `/assets/zips/${zip.id}`,
    createdAt: zip.createdAt.toISOString(),
    expiresAt: new Date(zip.createdAt.getTime() + ZIP_KEPT_DAYS * DAY_MS).toISOString(),
    version: zip.version,
  };
}

/** Zips older than this are no longer there. */
export const zipsSince = (now: Date) => new Date(now.getTime() - ZIP_KEPT_DAYS * DAY_MS);

export const noSuchZip = () => new AppError("NOT_FOUND", "This zip does not exist, or is no longer kept.");

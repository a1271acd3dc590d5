import type { Database as Transaction } from "@/lib/db/client";
import type { Asset } from "@/lib/db/generated/client";
import type { AssetView } from "@/lib/domain/asset/asset-view";
import { cleanFileName } from "@/lib/domain/asset/file-name";
import type { StoredFile } from "@/lib/domain/asset/media";
import { type AssetRights, UNKNOWN_RIGHTS } from "@/lib/domain/asset/rights";
import { SESSION_TYPE } from "@/lib/domain/live/record";

export interface NewAsset {
  readonly workspaceId: string;
  /** The member whose act made it; null for the studio itself. */
  readonly createdById: string | null;
  readonly origin: AssetView["origin"];
  /** As given; made safe here. */
  readonly fileName: string;
  readonly rights?: AssetRights;
  /** Blobs that are stored already. The caller has seen their bytes: a hash a client sent never comes here. */
  readonly file: StoredFile;
}

/**
 * Adds an asset inside the transaction of the verb that made the file (an upload, a run's variants, a publication);
 * that verb writes the audit and the event. Two assets may share the same bytes.
 */
export function createAsset(tx: Transaction, { file, ...asset }: NewAsset): Promise<Asset> {
  const { mimeType, width, height, provenance } = file.facts;
  const durationMs = "durationMs" in file.facts ? file.facts.durationMs : null;
  return tx.asset.create({
    data: {
      workspaceId: asset.workspaceId,
      createdById: asset.createdById,
      kind: mimeType === SESSION_TYPE ? "session" : durationMs === null ? "image" : "video",
      origin: asset.origin,
      fileName: cleanFileName(asset.fileName),
      mimeType,
      byteSize: file.byteSize,
      sha256: file.sha256,
      width,
      height,
      durationMs,
      thumbHash: file.thumbHash,
      rights: asset.rights ?? UNKNOWN_RIGHTS,
      provenance,
      renditions: { createMany: { data: [...file.renditions] } },
    },
  });
}

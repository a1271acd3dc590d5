import type { Database as Transaction } from "@/lib/db/client";
import type { Asset } from "@/lib/db/generated/client";
import type { AssetView } from "@/lib/domain/asset/asset-view";
import { cleanFileName } from "@/lib/domain/asset/file-name";
import type { StoredImage } from "@/lib/domain/asset/image";
import { type AssetRights, UNKNOWN_RIGHTS } from "@/lib/domain/asset/rights";

export interface NewAsset {
  readonly workspaceId: string;
  /** The member whose act made it; null for the studio itself. */
  readonly createdById: string | null;
  readonly origin: AssetView["origin"];
  /** As given; made safe here. */
  readonly fileName: string;
  readonly rights?: AssetRights;
  /** Blobs that are stored already. The caller has seen their bytes: a hash a client sent never comes here. */
  readonly image: StoredImage;
}

/**
 * Adds an asset inside the transaction of the verb that made the picture (an upload, a run's variants, a publication);
 * that verb writes the audit and the event. Two assets may share the same bytes.
 */
export function createAsset(tx: Transaction, { image, ...asset }: NewAsset): Promise<Asset> {
  const { mimeType, width, height, provenance } = image.facts;
  return tx.asset.create({
    data: {
      workspaceId: asset.workspaceId,
      createdById: asset.createdById,
      kind: "image",
      origin: asset.origin,
      fileName: cleanFileName(asset.fileName),
      mimeType,
      byteSize: image.byteSize,
      sha256: image.sha256,
      width,
      height,
      thumbHash: image.thumbHash,
      rights: asset.rights ?? UNKNOWN_RIGHTS,
      provenance,
      renditions: { createMany: { data: [...image.renditions] } },
    },
  });
}

import type { Database } from "@/lib/db/client";
import type { Asset } from "@/lib/db/generated/client";
import { type AssetView, assetUrls, type ListedAsset, type VideoShape } from "@/lib/domain/asset/asset-view";
import { Provenance } from "@/lib/domain/asset/image";
import { AssetRights } from "@/lib/domain/asset/rights";
import { AppError } from "@/lib/domain/errors";
import { titleOf } from "@/lib/domain/prompt/title";

export function assetView(asset: Asset): AssetView {
  return {
    id: asset.id,
    kind: asset.kind,
    origin: asset.origin,
    fileName: asset.fileName,
    mimeType: asset.mimeType,
    byteSize: Number(asset.byteSize),
    width: asset.width,
    height: asset.height,
    durationMs: asset.durationMs,
    thumbHash: asset.thumbHash,
    altText: asset.altText,
    rights: AssetRights.parse(asset.rights),
    provenance: Provenance.parse(asset.provenance),
    createdAt: asset.createdAt.toISOString(),
    urls: assetUrls(asset.id, asset.kind),
    version: asset.version,
  };
}

/** What is read beside an asset to know what it is called: the prompt it was made of, where a run made it. */
export const withPrompt = { variants: { take: 1, select: { prompt: { select: { text: true } } } } } as const;

type AssetWithPrompt = Asset & { readonly variants: readonly { readonly prompt: { readonly text: string } }[] };

export function listedAsset(asset: AssetWithPrompt): ListedAsset {
  const [variant] = asset.variants;
  return { ...assetView(asset), title: (variant && titleOf(variant.prompt.text)) || asset.fileName };
}

/** What is read of an asset to know whether and how it plays. */
export const videoColumns = { durationMs: true, provenance: true } as const;

export function videoShape({ durationMs, provenance }: Pick<Asset, keyof typeof videoColumns>): VideoShape | null {
  return durationMs === null ? null : { durationMs, frames: Provenance.parse(provenance).frames };
}

/** An asset of this workspace that has not been deleted. Another workspace's id gives the same NOT_FOUND as a made-up one. */
export async function loadAsset(db: Database, workspaceId: string, assetId: string): Promise<Asset> {
  const asset = await db.asset.findFirst({ where: { id: assetId, workspaceId, deletedAt: null } });
  if (!asset) throw noSuchAsset();
  return asset;
}

export const noSuchAsset = () => new AppError("NOT_FOUND", "This asset does not exist.");

"use client";
import { useQueries } from "@tanstack/react-query";
import { studio } from "@/lib/client/query";
import type { AssetView } from "@/lib/domain/asset/asset-view";

/** The pictures behind some asset ids, as far as they are read. */
export function useAssetFaces(assetIds: readonly string[]): ReadonlyMap<string, AssetView> {
  return useQueries({
    queries: assetIds.map((assetId) => studio.asset.get.queryOptions({ input: { assetId }, meta: { isQuiet: true } })),
    combine: (results) => new Map(results.flatMap(({ data }) => (data ? [[data.id, data] as const] : []))),
  });
}

"use client";
import { useQueries, useQuery } from "@tanstack/react-query";
import { studio } from "@/lib/client/query";
import { videoOf } from "@/lib/domain/asset/asset-view";
import type { ComparedMember } from "@/lib/domain/compare/comparison";
import type { ComparedFile } from "./compared";

export interface Members {
  /** In the order asked for, without those that are gone; undefined while they are read. */
  readonly files: readonly ComparedFile[] | undefined;
  /** Why the variants cannot be read. */
  readonly error: Error | null;
  readonly isFetching: boolean;
  readonly refetch: () => void;
}

/** Reads what is compared: variants with what was decided about them, other files as they are. */
export function useMembers(members: readonly ComparedMember[]): Members {
  const idsOf = (kind: ComparedMember["kind"]) => members.filter((member) => member.kind === kind).map(({ id }) => id);
  const variantIds = idsOf("variant");
  const variants = useQuery({
    ...studio.variant.getMany.queryOptions({ input: { variantIds } }),
    enabled: variantIds.length > 0,
  });
  // A file that is gone leaves its place; the others are compared without it.
  const assets = useQueries({
    queries: idsOf("asset").map((assetId) => studio.asset.get.queryOptions({ input: { assetId }, meta: { isQuiet: true } })),
  });
  const isRead = (variantIds.length === 0 || variants.data !== undefined) && assets.every(({ isPending }) => !isPending);
  const found = new Map<string, ComparedFile>();
  for (const variant of variants.data ?? [])
    found.set(variant.id, { ...variant, label: `Seed ${variant.seed}`, made: { recipe: variant.recipe, seed: variant.seed } });
  for (const { data: asset } of assets)
    if (asset)
      found.set(asset.id, {
        ...asset,
        assetId: asset.id,
        label: asset.title,
        video: videoOf(asset),
        flag: "none",
        rating: 0,
        colour: "none",
        made: null,
      });
  return {
    files: isRead ? numbered(members.flatMap(({ id }) => found.get(id) ?? [])) : undefined,
    error: variants.error,
    isFetching: variants.isFetching,
    refetch: () => void variants.refetch(),
  };
}

/** One alone needs no number. */
const numbered = (files: readonly ComparedFile[]) =>
  files.length < 2 ? files : files.map((file, place) => ({ ...file, number: place + 1 }));

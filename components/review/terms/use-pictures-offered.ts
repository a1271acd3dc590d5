"use client";
import { useQuery } from "@tanstack/react-query";
import { studio } from "@/lib/client/query";

const PICTURES_OFFERED = 200;

/** The newest pictures of the workspace, to choose one by its name. */
export function usePicturesOffered() {
  const assets = useQuery(studio.asset.list.queryOptions({ input: { kind: "image", limit: PICTURES_OFFERED } }));
  return (assets.data?.items ?? []).map((asset) => ({
    value: asset.id,
    label: asset.fileName,
    hint: `${asset.width} × ${asset.height}, ${asset.origin}`,
  }));
}

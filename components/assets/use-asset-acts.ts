"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { announce } from "@/components/ui/announce";
import { studio } from "@/lib/client/query";
import type { AssetView } from "@/lib/domain/asset/asset-view";

/**
 * Deleting with a way back, and bringing back. A refusal (something that must stay uses the file) is announced as its sentence. `onGone`
 * is called as soon as the file has left the list it was seen in.
 */
export function useAssetActs(onGone: () => void) {
  const queries = useQueryClient();
  const onSettled = () => queries.invalidateQueries({ queryKey: studio.asset.key() });
  const undo = useMutation(
    studio.asset.restore.mutationOptions({
      onSettled,
      onSuccess: (asset) => announce({ tone: "ok", text: `“${asset.fileName}” is back.`, id: asset.id }),
    }),
  );
  const bringBack = useMutation(
    studio.asset.restore.mutationOptions({
      onSettled,
      onSuccess: (asset) => {
        onGone();
        announce({ tone: "ok", text: `“${asset.fileName}” is back among the files.`, id: asset.id });
      },
    }),
  );
  const remove = useMutation(
    studio.asset.delete.mutationOptions({
      onSettled,
      onSuccess: (asset: AssetView) => {
        onGone();
        announce({
          tone: "plain",
          text: `“${asset.fileName}” is deleted.`,
          id: asset.id,
          action: { label: "Undo", run: () => undo.mutate({ assetId: asset.id }) },
        });
      },
    }),
  );
  return { remove, bringBack };
}

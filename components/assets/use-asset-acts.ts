"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useUndoable } from "@/lib/client/history/use-undoable";
import { studio } from "@/lib/client/query";
import type { AssetView } from "@/lib/domain/asset/asset-view";

type Named = Pick<AssetView, "id" | "fileName">;

/**
 * Deleting one file, and bringing it back; each can be undone. A refusal (something that must stay uses the file) is announced as its sentence.
 * `onGone` is called as soon as the file has left the list it was seen in.
 */
export function useAssetActs(onGone: () => void) {
  const queries = useQueryClient();
  const undoable = useUndoable();
  const onSettled = () =>
    Promise.all([studio.asset.key(), studio.gallery.key()].map((queryKey) => queries.invalidateQueries({ queryKey })));
  const remove = useMutation(studio.asset.delete.mutationOptions({ onSettled }));
  const restore = useMutation(studio.asset.restore.mutationOptions({ onSettled }));
  const act = (title: string, { id, fileName }: Named, isDeleting: boolean, said: string) => {
    const put = (isDeleted: boolean) => (isDeleted ? remove : restore).mutateAsync({ assetId: id });
    const forth = async () => {
      await put(isDeleting);
      onGone();
    };
    undoable({ title, forth, back: () => put(!isDeleting) }, () => ({ tone: "plain", text: `“${fileName}” ${said}`, id })).catch(
      () => undefined,
    );
  };
  return {
    remove: (asset: Named) => act("delete", asset, true, "is deleted."),
    bringBack: (asset: Named) => act("bring back", asset, false, "is back among the files."),
    isBusy: remove.isPending || restore.isPending,
  };
}

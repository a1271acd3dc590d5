"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useUndoable } from "@/lib/client/history/use-undoable";
import { studio } from "@/lib/client/query";
import { rpc } from "@/lib/client/rpc";
import type { AssetFilter } from "@/lib/domain/asset/filter";
import type { CollectionView } from "@/lib/domain/collection/collection";

/**
 * What can be done with collections and saved searches; all of it can be undone.
 * @param onCollection leads elsewhere when the collection one looks into is gone
 * @param onDone what was asked for is done; while it is refused it stays open
 */
export function usePlaceActs(filter: AssetFilter, onCollection: (collectionId: string | null) => void, onDone: () => void) {
  const queries = useQueryClient();
  const { mutateAsync, isPending } = useMutation({
    mutationFn: (step: () => Promise<unknown>) => step(),
    onSettled: () =>
      Promise.all(
        [studio.collection.key(), studio.savedSearch.key(), studio.gallery.key()].map((queryKey) =>
          queries.invalidateQueries({ queryKey }),
        ),
      ),
  });
  const undoable = useUndoable();
  /** A refusal is announced by the query client. */
  const act = (title: string, forth: () => Promise<unknown>, back: () => Promise<unknown>, said: string) =>
    void undoable({ title, forth: () => mutateAsync(forth), back: () => mutateAsync(back) }, () => ({
      tone: "plain",
      text: said,
      id: "places",
    })).then(onDone, () => undefined);
  const make = (name: string, parentId: string | null) => {
    let madeId: string | null = null;
    act(
      "new collection",
      async () => {
        if (madeId === null) madeId = (await rpc.collection.create({ name, parentId })).id;
        else await rpc.collection.restore({ collectionIds: [madeId] });
      },
      () => rpc.collection.delete({ collectionId: madeId ?? "" }),
      `“${name}” is made.`,
    );
  };
  const rename = ({ id: collectionId, name: before }: CollectionView, name: string) => {
    const put = (to: string) => () => rpc.collection.change({ collectionId, name: to });
    act("rename", put(name), put(before), `“${before}” is “${name}” now.`);
  };
  const move = ({ id: collectionId, name, parentId: before }: CollectionView, to: string | null) => {
    const put = (parentId: string | null) => () => rpc.collection.change({ collectionId, parentId });
    act("move", put(to), put(before), `“${name}” is moved.`);
  };
  const remove = ({ id: collectionId, name }: CollectionView) => {
    let gone: readonly string[] = [];
    act(
      "delete",
      async () => {
        gone = (await rpc.collection.delete({ collectionId })).collectionIds;
        if (filter.collectionId !== undefined && gone.includes(filter.collectionId)) onCollection(null);
      },
      () => rpc.collection.restore({ collectionIds: [...gone] }),
      `“${name}” is deleted; its files are all still here.`,
    );
  };
  const saveSearch = (name: string, isShared: boolean) => {
    let id = "";
    act(
      "saved search",
      async () => {
        id = (await rpc.savedSearch.save({ name, filter, isShared })).id;
      },
      () => rpc.savedSearch.delete({ id }),
      `“${name}” is saved.`,
    );
  };
  const removeSearch = (id: string, name: string) => {
    let [at, gone]: [string, Awaited<ReturnType<typeof rpc.savedSearch.delete>> | null] = [id, null];
    act(
      "delete",
      async () => {
        gone = await rpc.savedSearch.delete({ id: at });
      },
      async () => {
        if (gone) at = (await rpc.savedSearch.save(gone)).id;
      },
      `“${name}” is deleted.`,
    );
  };
  return { isPending, make, rename, move, remove, saveSearch, removeSearch };
}

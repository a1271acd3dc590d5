import { z } from "zod";
import { within } from "@/lib/domain/collection/collection";
import { Id } from "@/lib/domain/wire";
import { write } from "../write";
import { collectionsOf, holdTree, noSuchCollection } from "./collection-tree";

/** Takes a collection away, and those in it. Every file stays where it is; `collection.restore` with the answer brings all of it back. */
export const deleteCollection = write({
  verb: "collection.delete",
  permission: "asset.write",
  input: z.strictObject({ collectionId: Id }),
  output: z.strictObject({ collectionIds: z.array(Id) }),
  async run({ tx, actor, now }, { collectionId }) {
    const { workspaceId } = actor;
    await holdTree(tx, workspaceId);
    const tree = await collectionsOf(tx, workspaceId);
    const gone = tree.find(({ id }) => id === collectionId);
    if (!gone) throw noSuchCollection();
    const collectionIds = within(tree, collectionId);
    await tx.collection.updateMany({
      where: { id: { in: collectionIds }, workspaceId },
      data: { deletedAt: now, version: { increment: 1 } },
    });
    return {
      result: { collectionIds },
      audit: [{ subjectKind: "collection", subjectId: collectionId, details: { name: gone.name, collections: collectionIds.length } }],
      events: [{ kind: "asset", id: collectionId, version: gone.version + 1, act: "collected" }],
    };
  },
});

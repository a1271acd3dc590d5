import { z } from "zod";
import { CollectionName, refusePlace } from "@/lib/domain/collection/collection";
import { AppError } from "@/lib/domain/errors";
import { Id, Version } from "@/lib/domain/wire";
import { write } from "../write";
import { collectionsOf, holdTree, noSuchCollection } from "./collection-tree";

/** Renames a collection, or moves it with all in it; what is absent stays. The answer says how it was: sent back, that is the undo. */
export const changeCollection = write({
  verb: "collection.change",
  permission: "asset.write",
  input: z.strictObject({ collectionId: Id, name: CollectionName.optional(), parentId: Id.nullable().optional() }),
  output: z.strictObject({ before: z.strictObject({ name: z.string(), parentId: Id.nullable() }), version: Version }),
  async run({ tx, actor }, { collectionId, name, parentId }) {
    const { workspaceId } = actor;
    await holdTree(tx, workspaceId);
    const tree = await collectionsOf(tx, workspaceId);
    const before = tree.find(({ id }) => id === collectionId);
    if (!before) throw noSuchCollection();
    const refusal = parentId === undefined ? null : refusePlace(tree, collectionId, parentId);
    if (refusal) throw new AppError("REFUSED", refusal);
    const changed = await tx.collection.update({
      where: { id: collectionId },
      data: { name: name ?? before.name, parentId: parentId === undefined ? before.parentId : parentId, version: { increment: 1 } },
    });
    return {
      result: { before: { name: before.name, parentId: before.parentId }, version: changed.version },
      audit: [{ subjectKind: "collection", subjectId: collectionId, details: { name: changed.name, before: before.name } }],
      events: [{ kind: "asset", id: collectionId, version: changed.version, act: "collected" }],
    };
  },
});

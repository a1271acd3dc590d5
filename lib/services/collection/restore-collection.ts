import { z } from "zod";
import { MAX_COLLECTIONS } from "@/lib/domain/collection/collection";
import { Id } from "@/lib/domain/wire";
import { write } from "../write";
import { holdTree, noSuchCollection } from "./collection-tree";

/** Brings deleted collections back, with what lay in them. One whose own place is gone stands outermost. */
export const restoreCollection = write({
  verb: "collection.restore",
  permission: "asset.write",
  input: z.strictObject({ collectionIds: z.array(Id).min(1).max(MAX_COLLECTIONS) }),
  output: z.strictObject({ collectionIds: z.array(Id) }),
  async run({ tx, actor }, { collectionIds }) {
    const { workspaceId } = actor;
    await holdTree(tx, workspaceId);
    const back = await tx.collection.updateManyAndReturn({
      where: { id: { in: collectionIds }, workspaceId, deletedAt: { not: null } },
      data: { deletedAt: null, version: { increment: 1 } },
    });
    const [first] = back;
    if (!first) throw noSuchCollection();
    await tx.collection.updateMany({
      where: { id: { in: back.map(({ id }) => id) }, parent: { deletedAt: { not: null } } },
      data: { parentId: null },
    });
    return {
      result: { collectionIds: back.map(({ id }) => id) },
      audit: [{ subjectKind: "collection", subjectId: first.id, details: { name: first.name, collections: back.length } }],
      events: [{ kind: "asset", id: first.id, version: first.version, act: "collected" }],
    };
  },
});

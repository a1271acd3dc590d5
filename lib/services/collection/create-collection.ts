import { z } from "zod";
import { CollectionName, CollectionView, MAX_COLLECTIONS, refusePlace } from "@/lib/domain/collection/collection";
import { AppError } from "@/lib/domain/errors";
import { Id } from "@/lib/domain/wire";
import { personOf } from "../person";
import { write } from "../write";
import { collectionsOf, holdTree } from "./collection-tree";

export const createCollection = write({
  verb: "collection.create",
  permission: "asset.write",
  input: z.strictObject({ name: CollectionName, parentId: Id.nullable().default(null) }),
  output: CollectionView,
  async run({ tx, actor }, { name, parentId }) {
    const { workspaceId, memberId } = personOf(actor);
    await holdTree(tx, workspaceId);
    const tree = await collectionsOf(tx, workspaceId);
    if (tree.length >= MAX_COLLECTIONS) throw new AppError("REFUSED", `A workspace has at most ${MAX_COLLECTIONS} collections.`);
    const refusal = refusePlace(tree, "", parentId);
    if (refusal) throw new AppError("REFUSED", refusal);
    const made = await tx.collection.create({ data: { workspaceId, name, parentId, createdById: memberId } });
    return {
      result: { id: made.id, parentId, name, files: 0, version: made.version },
      audit: [{ subjectKind: "collection", subjectId: made.id, details: { name } }],
      events: [{ kind: "asset", id: made.id, version: made.version, act: "collected" }],
    };
  },
});

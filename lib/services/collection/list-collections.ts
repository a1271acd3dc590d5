import { z } from "zod";
import { CollectionView, within } from "@/lib/domain/collection/collection";
import { read } from "../read";
import { collectionsOf } from "./collection-tree";

/** All collections of the workspace, by name. A file counts once for every collection it lies in, or that one of these lies in. */
export const listCollections = read({
  verb: "collection.list",
  permission: "workspace.read",
  input: z.strictObject({}),
  output: z.array(CollectionView),
  async run({ db, actor }) {
    const tree = await collectionsOf(db, actor.workspaceId);
    const counts = await db.$queryRaw<{ collectionId: string; files: number }[]>`
      SELECT ca."collectionId", count(*)::int AS "files" FROM "CollectionAsset" ca
      JOIN "Collection" c ON c."id" = ca."collectionId" AND c."workspaceId" = ${actor.workspaceId}::uuid AND c."deletedAt" IS NULL
      JOIN "Asset" a ON a."id" = ca."assetId" AND a."deletedAt" IS NULL
      GROUP BY ca."collectionId"`;
    const own = new Map(counts.map(({ collectionId, files }) => [collectionId, files]));
    return tree.map((collection) => ({
      ...collection,
      files: within(tree, collection.id).reduce((sum, id) => sum + (own.get(id) ?? 0), 0),
    }));
  },
});

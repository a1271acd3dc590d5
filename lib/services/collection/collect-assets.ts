import { z } from "zod";
import { Prisma } from "@/lib/db/generated/client";
import { Target } from "@/lib/domain/asset/choice";
import { Id } from "@/lib/domain/wire";
import { assetsWhere } from "../asset/filter-sql";
import { write } from "../write";
import { noSuchCollection } from "./collection-tree";

/**
 * Puts files into a collection, or takes them out: some by name, or all that a filter finds. The answer counts those for which it was not so
 * already, and names them while they are few: what undoes it.
 */
export const collectAssets = write({
  verb: "collection.collect",
  permission: "asset.write",
  input: z.strictObject({ collectionId: Id, target: Target, isIn: z.boolean().default(true) }),
  output: z.strictObject({ files: z.int(), assetIds: z.array(Id) }),
  async run({ tx, actor }, { collectionId, target, isIn }) {
    const { workspaceId } = actor;
    const collection = await tx.collection.findFirst({ where: { id: collectionId, workspaceId, deletedAt: null } });
    if (!collection) throw noSuchCollection();
    const { filter, assetIds = [] } = target;
    const meant = filter
      ? assetsWhere(workspaceId, filter)
      : Prisma.sql`a."workspaceId" = ${workspaceId}::uuid AND a."deletedAt" IS NULL AND a."id" = ANY(${assetIds}::uuid[])`;
    const changed = isIn
      ? await tx.$queryRaw<{ assetId: string }[]>`
          INSERT INTO "CollectionAsset" ("collectionId", "assetId") SELECT ${collectionId}::uuid, a."id" FROM "Asset" a WHERE ${meant}
          ON CONFLICT DO NOTHING RETURNING "assetId"`
      : await tx.$queryRaw<{ assetId: string }[]>`
          DELETE FROM "CollectionAsset" ca USING "Asset" a
          WHERE ca."collectionId" = ${collectionId}::uuid AND ca."assetId" = a."id" AND ${meant} RETURNING ca."assetId"`;
    const result = { files: changed.length, assetIds: changed.slice(0, MAX_NAMED_BACK).map(({ assetId }) => assetId) };
    if (changed.length === 0) return { result, unchanged: true };
    return {
      result,
      audit: [{ subjectKind: "collection", subjectId: collectionId, details: { name: collection.name, files: changed.length, isIn } }],
      events: [{ kind: "asset", id: collectionId, version: collection.version, act: "collected" }],
    };
  },
});

const MAX_NAMED_BACK = 5_000;

import { z } from "zod";
import { AssetView } from "@/lib/domain/asset/asset-view";
import { NO_USES, refuseDeletion } from "@/lib/domain/asset/uses";
import { AppError } from "@/lib/domain/errors";
import { Id } from "@/lib/domain/wire";
import { write } from "../write";
import { assetView, noSuchAsset } from "./asset-view";
import { tidyStacks } from "./stacks";
import { usesOf } from "./uses-of";

/** Takes an asset out of every list; `asset.restore` brings it back. Refused while something that must stay uses it. */
export const deleteAsset = write({
  verb: "asset.delete",
  permission: "asset.write",
  input: z.strictObject({ assetId: Id }),
  output: AssetView,
  async run({ tx, actor, now }, { assetId }) {
    // The strongest row lock, not the update's own: whoever is just pointing a row at this asset finishes first and is counted.
    await tx.$queryRaw`SELECT 1 FROM "Asset" WHERE "id" = ${assetId}::uuid FOR UPDATE`;
    const [deleted] = await tx.asset.updateManyAndReturn({
      where: { id: assetId, workspaceId: actor.workspaceId, deletedAt: null },
      data: { deletedAt: now, version: { increment: 1 } },
    });
    if (!deleted) throw noSuchAsset();
    const refusal = refuseDeletion((await usesOf(tx, [assetId])).get(assetId) ?? NO_USES);
    if (refusal) throw new AppError("REFUSED", refusal);
    if (deleted.stackId !== null) {
      await tx.asset.update({ where: { id: assetId }, data: { stackId: null, isCovered: false } });
      await tidyStacks(tx, actor.workspaceId, [deleted.stackId]);
    }
    return {
      result: assetView(deleted),
      audit: [{ subjectKind: "asset", subjectId: assetId, details: { fileName: deleted.fileName } }],
      events: [{ kind: "asset", id: assetId, version: deleted.version, act: "deleted" }],
    };
  },
});

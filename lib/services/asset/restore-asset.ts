import { z } from "zod";
import { AssetView } from "@/lib/domain/asset/asset-view";
import { Id } from "@/lib/domain/wire";
import { write } from "../write";
import { assetView, noSuchAsset } from "./asset-view";

/** Brings a deleted asset back. */
export const restoreAsset = write({
  verb: "asset.restore",
  permission: "asset.write",
  input: z.strictObject({ assetId: Id }),
  output: AssetView,
  async run({ tx, actor }, { assetId }) {
    const [restored] = await tx.asset.updateManyAndReturn({
      where: { id: assetId, workspaceId: actor.workspaceId, deletedAt: { not: null } },
      data: { deletedAt: null, version: { increment: 1 } },
    });
    if (!restored) throw noSuchAsset();
    return {
      result: assetView(restored),
      audit: [{ subjectKind: "asset", subjectId: assetId }],
      events: [{ kind: "asset", id: assetId, version: restored.version, act: "restored" }],
    };
  },
});

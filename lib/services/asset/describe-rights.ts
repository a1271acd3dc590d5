import { z } from "zod";
import { AssetView } from "@/lib/domain/asset/asset-view";
import { AssetRights } from "@/lib/domain/asset/rights";
import { AppError } from "@/lib/domain/errors";
import { Id, Version } from "@/lib/domain/wire";
import { write } from "../write";
import { assetView, loadAsset } from "./asset-view";

/** Says what may be done with an asset: its source, licence, consent and expiry, all at once. */
export const describeRights = write({
  verb: "asset.describe-rights",
  permission: "asset.write",
  input: z.strictObject({ assetId: Id, version: Version, rights: AssetRights }),
  output: AssetView,
  async run({ tx, actor }, { assetId, version, rights }) {
    const { workspaceId } = actor;
    const [changed] = await tx.asset.updateManyAndReturn({
      where: { id: assetId, workspaceId, deletedAt: null, version },
      data: { rights, version: { increment: 1 } },
    });
    if (!changed) {
      await loadAsset(tx, workspaceId, assetId);
      throw new AppError("CONFLICT", "Somebody changed this asset first. Reload it.");
    }
    return {
      result: assetView(changed),
      audit: [{ subjectKind: "asset", subjectId: assetId, details: { ...rights } }],
      events: [{ kind: "asset", id: assetId, version: changed.version, act: "described" }],
    };
  },
});

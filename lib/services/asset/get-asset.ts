import { z } from "zod";
import { ListedAsset } from "@/lib/domain/asset/asset-view";
import { Id } from "@/lib/domain/wire";
import { read } from "../read";
import { listedAsset, noSuchAsset, withPrompt } from "./asset-view";

export const getAsset = read({
  verb: "asset.get",
  permission: "workspace.read",
  input: z.strictObject({
    assetId: Id,
    deleted: z.boolean().default(false).meta({ description: "Also when it is deleted and can be restored." }),
  }),
  output: ListedAsset,
  async run({ db, actor }, { assetId, deleted }) {
    const asset = await db.asset.findFirst({
      where: { id: assetId, workspaceId: actor.workspaceId, ...(deleted ? {} : { deletedAt: null }) },
      include: withPrompt,
    });
    if (!asset) throw noSuchAsset();
    return listedAsset(asset);
  },
});

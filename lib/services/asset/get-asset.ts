import { z } from "zod";
import { AssetView } from "@/lib/domain/asset/asset-view";
import { Id } from "@/lib/domain/wire";
import { read } from "../read";
import { assetView, loadAsset } from "./asset-view";

export const getAsset = read({
  verb: "asset.get",
  permission: "workspace.read",
  input: z.strictObject({ assetId: Id }),
  output: AssetView,
  run: async ({ db, actor }, { assetId }) => assetView(await loadAsset(db, actor.workspaceId, assetId)),
});

import { z } from "zod";
import { downloadName } from "@/lib/domain/asset/file-name";
import { RENDITION_NAMES } from "@/lib/domain/asset/limits";
import { Id } from "@/lib/domain/wire";
import { read } from "../read";
import { loadAsset, noSuchAsset } from "./asset-view";

/** Where the bytes of an asset lie and what they are. For the doors that serve files; a client never needs the hash to ask. */
export const AssetFile = z.strictObject({
  sha256: z.string(),
  mimeType: z.string(),
  byteSize: z.int(),
  /** The name a download gets. */
  fileName: z.string(),
});
export type AssetFile = z.infer<typeof AssetFile>;

/** May this actor see this file, and which blob is it? Asked for every request of a picture. */
export const getAssetFile = read({
  verb: "asset.file",
  permission: "workspace.read",
  input: z.strictObject({ assetId: Id, rendition: z.enum([...RENDITION_NAMES, "original"]) }),
  output: AssetFile,
  async run({ db, actor }, { assetId, rendition }) {
    const asset = await loadAsset(db, actor.workspaceId, assetId);
    const isOriginal = rendition === "original";
    const file = isOriginal ? asset : await db.rendition.findUnique({ where: { assetId_name: { assetId, name: rendition } } });
    if (!file) throw noSuchAsset();
    const fileName = downloadName(asset.fileName, file.mimeType, isOriginal ? "" : `-${rendition}`);
    return { sha256: file.sha256, mimeType: file.mimeType, byteSize: Number(file.byteSize), fileName };
  },
});

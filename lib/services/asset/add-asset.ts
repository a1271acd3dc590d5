import { z } from "zod";
import { AssetView } from "@/lib/domain/asset/asset-view";
import type { StoredFile } from "@/lib/domain/asset/media";
import { personOf } from "../person";
import { write } from "../write";
import { assetView } from "./asset-view";
import { createAsset } from "./create-asset";

/**
 * Makes an asset of a file that came whole in one request. Called by that door, which has stored and looked at the bytes; never a procedure,
 * because whoever names hashes freely could name somebody else's.
 */
export const addAsset = write({
  verb: "asset.add",
  permission: "asset.write",
  input: z.strictObject({ fileName: z.string(), file: z.custom<StoredFile>() }),
  output: AssetView,
  async run({ tx, actor }, { fileName, file }) {
    const { workspaceId, memberId } = personOf(actor);
    const asset = await createAsset(tx, { workspaceId, createdById: memberId, origin: "upload", fileName, file });
    return {
      result: assetView(asset),
      audit: [{ subjectKind: "asset", subjectId: asset.id, details: { fileName: asset.fileName, sha256: asset.sha256 } }],
      events: [{ kind: "asset", id: asset.id, version: asset.version, act: "uploaded" }],
    };
  },
});

import { z } from "zod";
import type { StoredFile } from "@/lib/domain/asset/media";
import { UploadResult } from "@/lib/domain/asset/upload";
import { AppError } from "@/lib/domain/errors";
import { Id } from "@/lib/domain/wire";
import { personOf } from "../person";
import { write } from "../write";
import { assetView } from "./asset-view";
import { createAsset } from "./create-asset";

/**
 * Turns an announced upload into an asset, once: of several that finish the same upload, one wins and the others get
 * CONFLICT and read its result. Called by the ingest, which has stored and looked at the bytes; never a procedure, because
 * whoever names hashes freely could name somebody else's.
 */
export const finishUpload = write({
  verb: "asset.upload",
  permission: "asset.write",
  input: z.strictObject({ uploadId: Id, fileName: z.string(), file: z.custom<StoredFile>() }),
  output: UploadResult,
  async run({ tx, actor, now }, { uploadId, fileName, file }) {
    const { workspaceId, memberId } = personOf(actor);
    const claimed = await tx.uploadTicket.updateMany({
      where: { key: uploadId, workspaceId, memberId, consumedAt: null },
      data: { consumedAt: now },
    });
    if (claimed.count === 0) throw new AppError("CONFLICT", "This upload is finished already.");
    const asset = await createAsset(tx, { workspaceId, createdById: memberId, origin: "upload", fileName, file });
    const result: UploadResult = { kind: "stored", asset: assetView(asset) };
    await tx.uploadTicket.update({ where: { key: uploadId }, data: { result } });
    return {
      result,
      audit: [{ subjectKind: "asset", subjectId: asset.id, details: { fileName: asset.fileName, sha256: asset.sha256 } }],
      events: [{ kind: "asset", id: asset.id, version: asset.version, act: "uploaded" }],
    };
  },
});

import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { Id } from "@/lib/domain/wire";
import { write } from "../write";
import { loadAsset } from "./asset-view";

/** Makes a file the cover of the stack it lies in. */
export const coverStack = write({
  verb: "asset.cover",
  permission: "variant.choose",
  input: z.strictObject({ assetId: Id }),
  output: z.strictObject({ coverId: Id, before: Id }),
  async run({ tx, actor }, { assetId }) {
    const { workspaceId } = actor;
    const asset = await loadAsset(tx, workspaceId, assetId);
    if (asset.stackId === null) throw new AppError("REFUSED", "This file lies in no stack.");
    await tx.$queryRaw`SELECT 1 FROM "Asset" WHERE "stackId" = ${asset.stackId}::uuid ORDER BY "id" FOR NO KEY UPDATE`;
    const cover = await tx.asset.findFirst({ where: { stackId: asset.stackId, isCovered: false }, select: { id: true } });
    if (!cover) throw new AppError("CONFLICT", "Somebody has just taken this stack apart.");
    if (cover.id === assetId) return { result: { coverId: assetId, before: assetId }, unchanged: true };
    await tx.asset.update({ where: { id: cover.id }, data: { isCovered: true, version: { increment: 1 } } });
    const made = await tx.asset.update({ where: { id: assetId }, data: { isCovered: false, version: { increment: 1 } } });
    return {
      result: { coverId: assetId, before: cover.id },
      audit: [{ subjectKind: "asset", subjectId: assetId, details: { stackId: asset.stackId } }],
      events: [{ kind: "asset", id: assetId, version: made.version, act: "covered" }],
    };
  },
});

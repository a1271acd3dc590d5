import { z } from "zod";
import { ListedAsset } from "@/lib/domain/asset/asset-view";
import { AppError } from "@/lib/domain/errors";
import { AltText } from "@/lib/domain/help/alt-text";
import { Id, Version } from "@/lib/domain/wire";
import { write } from "../write";
import { listedAsset, loadAsset, withPrompt } from "./asset-view";

/** Says what a file shows, for who cannot see it. */
export const writeAltText = write({
  verb: "asset.write-alt-text",
  permission: "asset.write",
  input: z.strictObject({
    assetId: Id,
    version: Version,
    altText: AltText,
    /** The help whose words these are, changed or not; noted in the trail. */
    helpId: Id.nullable().default(null),
  }),
  output: ListedAsset,
  async run({ tx, actor: { workspaceId } }, { assetId, version, altText, helpId }) {
    const { count } = await tx.asset.updateMany({
      where: { id: assetId, workspaceId, deletedAt: null, version },
      data: { altText: altText === "" ? null : altText, version: { increment: 1 } },
    });
    if (count === 0) {
      await loadAsset(tx, workspaceId, assetId);
      throw new AppError("CONFLICT", "Somebody changed this asset first. Reload it.");
    }
    const changed = await tx.asset.findUniqueOrThrow({ where: { id: assetId }, include: withPrompt });
    return {
      result: listedAsset(changed),
      audit: [{ subjectKind: "asset", subjectId: assetId, details: { altText: changed.altText, helpId } }],
      events: [{ kind: "asset", id: assetId, version: changed.version, act: "described" }],
    };
  },
});

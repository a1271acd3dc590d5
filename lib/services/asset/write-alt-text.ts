import { z } from "zod";
import { ListedAsset } from "@/lib/domain/asset/asset-view";
import { AppError } from "@/lib/domain/errors";
import { MAX_ALT_TEXT } from "@/lib/domain/help/alt-text";
import { PlainText } from "@/lib/domain/prompt/recipe";
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
    altText: PlainText.trim().max(MAX_ALT_TEXT, `Alternative text has at most ${MAX_ALT_TEXT} characters.`).nullable(),
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

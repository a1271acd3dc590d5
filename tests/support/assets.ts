import { db } from "@/lib/db/client";
import type { Asset } from "@/lib/db/generated/client";
import { prepareFile } from "@/lib/media/prepare-file";
import { createAsset } from "@/lib/services/asset/create-asset";
import { blobStore } from "@/lib/storage/current";
import { putFile } from "@/lib/storage/put-file";
import { png } from "./pictures";

/** A real picture or video in a workspace, with its bytes and renditions stored. */
export async function addAsset(
  of: { workspaceId: string; memberId: string },
  { bytes, fileName = "picture.png" }: { bytes?: Uint8Array; fileName?: string } = {},
): Promise<Asset> {
  const content = bytes ?? (await png());
  const file = await putFile(blobStore(), content, await prepareFile(content));
  const asset = await createAsset(db(), { workspaceId: of.workspaceId, createdById: of.memberId, origin: "upload", fileName, file });
  await lookedAt(asset.id);
  return asset;
}

/** An asset as if the worker had looked at it for unsafe content and seen this share of it: by default none. */
export async function lookedAt(assetId: string, porn = 0): Promise<void> {
  const classes = { drawing: 0, hentai: 0, neutral: 1 - porn, porn, sexy: 0 };
  await db().contentLook.upsert({ where: { assetId }, create: { assetId, classes }, update: { classes } });
}

import { db } from "@/lib/db/client";
import type { Asset } from "@/lib/db/generated/client";
import { prepareImage } from "@/lib/media/prepare-image";
import { createAsset } from "@/lib/services/asset/create-asset";
import { blobStore } from "@/lib/storage/current";
import { putImage } from "@/lib/storage/put-image";
import { png } from "./pictures";

/** A real picture in a workspace, with its bytes and renditions stored. */
export async function addAsset(
  of: { workspaceId: string; memberId: string },
  { bytes, fileName = "picture.png" }: { bytes?: Buffer; fileName?: string } = {},
): Promise<Asset> {
  const file = bytes ?? (await png());
  const image = await putImage(blobStore(), file, await prepareImage(file));
  return createAsset(db(), { workspaceId: of.workspaceId, createdById: of.memberId, origin: "upload", fileName, image });
}

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
  return createAsset(db(), { workspaceId: of.workspaceId, createdById: of.memberId, origin: "upload", fileName, file });
}

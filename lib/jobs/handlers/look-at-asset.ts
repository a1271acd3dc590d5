import type { ContentClasses } from "@/lib/domain/asset/unsafe";
import { log } from "@/lib/log";
import { look } from "@/lib/media/look/look";
import { assetToLookAt, noteContentLook } from "@/lib/services/asset/content-look";
import type { BlobStore } from "@/lib/storage/blob-store";

/** Looks once at the picture of an asset for what must not go out unseen. A picture that cannot be looked at is noted as such: people decide. */
export async function lookAtAsset(job: { workspaceId: string; assetId: string }, blobs: BlobStore): Promise<void> {
  const { workspaceId, assetId } = job;
  const sha256 = await assetToLookAt(workspaceId, assetId);
  if (sha256 === undefined) return;
  await noteContentLook(workspaceId, assetId, sha256 === null ? null : await classesOf(await blobs.read(sha256)));
}

async function classesOf(bytes: Uint8Array): Promise<ContentClasses | null> {
  try {
    return (await look(bytes))?.classes ?? null;
  } catch (error) {
    log.error("worker", "a picture could not be looked at for unsafe content", {}, error);
    return null;
  }
}

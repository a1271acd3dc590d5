import type { Guest } from "@/lib/domain/guest/guest";
import { watermarked } from "@/lib/media/watermark";
import type { GuestFile } from "@/lib/services/guest/guest-file";
import { keepWatermarked } from "@/lib/services/guest/watermarked";
import type { ServedFile } from "@/lib/storage/blob-response";
import { blobStore } from "@/lib/storage/current";

/** What this guest is shown, or handed, of a file: the file, or through a watermarked link a picture of its own that names them, drawn once. */
export async function shownTo(guest: Guest, size: string, file: GuestFile): Promise<ServedFile> {
  const { assetId, fileName, sha256, mimeType, byteSize, watermark } = file;
  if (!watermark) return { fileName, sha256, mimeType, byteSize };
  if (watermark.drawn) return { fileName, ...watermark.drawn };
  const blobs = blobStore();
  const drawn = { ...(await blobs.put(await watermarked(await blobs.read(sha256), watermark.text))), mimeType: "image/webp" };
  await keepWatermarked(guest.guestId, assetId, size, drawn);
  return { fileName, ...drawn };
}

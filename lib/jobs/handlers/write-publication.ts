import type { Actor } from "@/lib/domain/access/actor";
import { digitalSourceUri } from "@/lib/domain/publication/digital-source";
import { prepareImage } from "@/lib/media/prepare-image";
import { embedMarks } from "@/lib/media/xmp/embed-marks";
import { completePublication, PublicationSettled } from "@/lib/services/publication/complete-publication";
import { pendingPublication } from "@/lib/services/publication/pending-publication";
import type { BlobStore } from "@/lib/storage/blob-store";
import { putImage } from "@/lib/storage/put-image";

/**
 * Writes the file of a publication: the approved bytes with our marks beside the provider's, stored, and made the
 * publication's asset. Killed anywhere, it is simply done again: the same bytes give the same blobs, and the last step
 * happens once.
 */
export async function writePublication(job: { workspaceId: string; publicationId: string }, blobs: BlobStore): Promise<void> {
  const studio: Actor = { kind: "system", workspaceId: job.workspaceId };
  const { publicationId } = job;
  const pending = await pendingPublication(studio, { publicationId });
  if (!pending) return;
  const { record, sourceHash, fileName } = pending;
  const { bytes, outcome } = embedMarks(await blobs.read(sourceHash), {
    publicationId,
    digitalSourceUri: record.digitalSourceType && digitalSourceUri(record.digitalSourceType),
    disclosure: record.disclosure.kind,
    sourceHash,
  });
  const image = await putImage(blobs, bytes, await prepareImage(bytes));
  await completePublication(studio, { publicationId, fileName, image, marks: outcome }).catch((error: unknown) => {
    // Another worker finished, or somebody withdrew it while the file was written: nothing is left to do.
    if (!(error instanceof PublicationSettled)) throw error;
  });
}

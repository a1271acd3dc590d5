import { type Distance, distanceBetween } from "@/lib/domain/trial/signature";
import { signatureOf } from "@/lib/media/signature";
import { cellToMeasure, noteMeasure } from "@/lib/services/trial/measure-cell";
import type { BlobStore } from "@/lib/storage/blob-store";

/** Looks at one cell's picture and notes what it looks like, and how far it is from the nearest of the pattern's references. */
export async function measureCell(job: { workspaceId: string; trialId: string; cell: number }, blobs: BlobStore): Promise<void> {
  const { workspaceId, trialId, cell } = job;
  const asked = await cellToMeasure(workspaceId, trialId, cell);
  if (!asked) return;
  const look = async (sha256: string) => signatureOf(await blobs.read(sha256));
  const [signature, references] = await Promise.all([look(asked.sha256), Promise.all(asked.references.map(look))]);
  const fromReferences = nearest(references.map((reference) => distanceBetween(signature, reference)));
  await noteMeasure(workspaceId, { trialId, cell, signature, fromReferences });
}

/** By manner; by colour where no network looked. */
function nearest(distances: readonly Distance[]): Distance | null {
  const away = ({ style, palette }: Distance) => style ?? palette;
  return distances.reduce<Distance | null>((best, distance) => (best && away(best) <= away(distance) ? best : distance), null);
}

import { sweepEvents } from "@/lib/services/event/sweep-events";
import { requeueLostRuns } from "@/lib/services/run/requeue-lost-runs";
import { sweepIdempotency } from "@/lib/services/sweep-idempotency";
import type { BlobStore } from "@/lib/storage/blob-store";

/** Leftovers of interrupted writes younger than this may still be in use. */
const LEFTOVER_HOURS = 24;

/** Housekeeping: nothing here decides anything, and each part is safe to repeat. */
export async function sweep(blobs: BlobStore): Promise<void> {
  const now = new Date();
  await requeueLostRuns();
  await sweepEvents(now);
  await sweepIdempotency(now);
  await blobs.sweep(new Date(now.getTime() - LEFTOVER_HOURS * 3_600_000));
}

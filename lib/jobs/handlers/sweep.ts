import { requeueUnchosen, sweepChoices } from "@/lib/services/asset/advance-choice";
import { requeueUnlooked } from "@/lib/services/asset/content-look";
import { sweepDeletedAssets } from "@/lib/services/asset/purge-assets";
import { requeueUnchecked } from "@/lib/services/asset/requeue-unchecked";
import { sweepUploadTickets } from "@/lib/services/asset/upload-ticket";
import { requeueUndelivered } from "@/lib/services/delivery/requeue-undelivered";
import { resealTargets } from "@/lib/services/delivery/reseal-targets";
import { resealConnections } from "@/lib/services/engine/reseal-connections";
import { sweepEvents } from "@/lib/services/event/sweep-events";
import { requeueUnfilled } from "@/lib/services/grid/requeue-unfilled";
import { requeueLostHelps } from "@/lib/services/help/requeue-lost-helps";
import { requeueLostSessions } from "@/lib/services/live/follow-session";
import { sweepSessions } from "@/lib/services/member/sweep-sessions";
import { sweepNotices } from "@/lib/services/notice/sweep-notices";
import { requeueUnwritten } from "@/lib/services/publication/requeue-unwritten";
import { sweepNudges } from "@/lib/services/run/nudge-run";
import { requeueLostRuns } from "@/lib/services/run/requeue-lost-runs";
import { sweepIdempotency } from "@/lib/services/sweep-idempotency";
import { requeueUnmeasured } from "@/lib/services/trial/requeue-unmeasured";
import { resealWebhooks, sweepDeliveries } from "@/lib/services/webhook/sweep-deliveries";
import { requeueUnpacked, sweepZips } from "@/lib/services/zip/pack-part";
import type { BlobStore } from "@/lib/storage/blob-store";
import { uploadParts } from "@/lib/storage/upload-parts";
import { prefixesAt, sweepBlobs } from "./sweep-blobs";

/** Leftovers of interrupted writes younger than this may still be in use. */
const LEFTOVER_HOURS = 24;

/** Housekeeping: nothing here decides anything, and each part is safe to repeat. One that fails keeps none of the others from being done. */
export async function sweep(blobs: BlobStore): Promise<void> {
  const now = new Date();
  const staleBefore = new Date(now.getTime() - LEFTOVER_HOURS * 3_600_000);
  const parts: readonly (() => Promise<unknown>)[] = [
    () => requeueLostRuns(),
    () => requeueLostSessions(),
    () => requeueUnfilled(),
    () => requeueUnmeasured(),
    () => requeueUnwritten(),
    () => requeueUndelivered(now),
    () => requeueUnchecked(),
    () => requeueUnlooked(now),
    () => requeueLostHelps(now),
    () => requeueUnchosen(),
    () => sweepChoices(now),
    () => sweepDeletedAssets(now),
    () => requeueUnpacked(),
    () => sweepZips(now),
    () => sweepEvents(now),
    () => sweepIdempotency(now),
    () => sweepSessions(now),
    () => sweepUploadTickets(now),
    () => sweepNudges(now),
    () => sweepDeliveries(now),
    () => sweepNotices(now),
    () => resealConnections(),
    () => resealWebhooks(),
    () => resealTargets(),
    () => uploadParts().sweep(staleBefore),
    () => blobs.sweep(staleBefore),
    () => sweepBlobs(blobs, prefixesAt(now), staleBefore),
  ];
  const problems: unknown[] = [];
  for (const part of parts) await part().catch((error: unknown) => problems.push(error));
  if (problems.length > 0)
    throw new AggregateError(problems, `${problems.length} of ${parts.length} parts of the housekeeping failed.`, { cause: problems[0] });
}

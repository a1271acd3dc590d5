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

/** Housekeeping: nothing here decides anything, and each part is safe to repeat. */
export async function sweep(blobs: BlobStore): Promise<void> {
  const now = new Date();
  await requeueLostRuns();
  await requeueLostSessions();
  await requeueUnfilled();
  await requeueUnmeasured();
  await requeueUnwritten();
  await requeueUndelivered(now);
  await requeueUnchecked();
  await requeueUnlooked(now);
  await requeueLostHelps(now);
  await requeueUnchosen();
  await sweepChoices(now);
  await sweepDeletedAssets(now);
  await requeueUnpacked();
  await sweepZips(now);
  await sweepEvents(now);
  await sweepIdempotency(now);
  await sweepSessions(now);
  await sweepUploadTickets(now);
  await sweepNudges(now);
  await sweepDeliveries(now);
  await sweepNotices(now);
  await resealConnections();
  await resealWebhooks();
  await resealTargets();
  const staleBefore = new Date(now.getTime() - LEFTOVER_HOURS * 3_600_000);
  await uploadParts().sweep(staleBefore);
  await blobs.sweep(staleBefore);
  await sweepBlobs(blobs, prefixesAt(now), staleBefore);
}

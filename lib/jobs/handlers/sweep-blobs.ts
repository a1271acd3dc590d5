import { namedBlobs } from "@/lib/services/asset/named-blobs";
import type { BlobStore } from "@/lib/storage/blob-store";

/** Names asked for at once. */
const BATCH = 1_000;

/**
 * Removes blobs nobody names: outputs of a run that was cancelled while they were stored, previews of runs that have ended, pictures whose
 * upload was refused afterwards. One put since `before` may be about to be named and stays, also when it is put while this runs.
 * @param prefixes which part of the store to look at, as two hexadecimal digits each
 * @returns how many went
 */
export async function sweepBlobs(blobs: BlobStore, prefixes: readonly string[], before: Date): Promise<number> {
  let removed = 0;
  for (const prefix of prefixes) {
    const old = await blobs.olderThan(prefix, before);
    for (let start = 0; start < old.length; start += BATCH) {
      const batch = old.slice(start, start + BATCH);
      const named = await namedBlobs(batch);
      for (const sha256 of batch) if (!named.has(sha256) && (await blobs.discard(sha256, before))) removed += 1;
    }
  }
  return removed;
}

/** The parts of the store whose turn it is: a share of them each time, so that a large store is walked over hours, not at once. */
export function prefixesAt(time: Date): readonly string[] {
  const turn = Math.floor(time.getTime() / TURN_MS) % (PREFIXES / SHARE);
  return Array.from({ length: SHARE }, (_, index) => (turn * SHARE + index).toString(16).padStart(2, "0"));
}

const PREFIXES = 256;
const SHARE = 4;
/** As often as housekeeping runs; all of the store in eleven hours. */
const TURN_MS = 10 * 60_000;

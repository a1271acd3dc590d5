import { db } from "@/lib/db/client";

const KEPT_HOURS = 24;

/**
 * Removes events a reader could hardly still need. Cuts the stream at one place – everything below the newest old
 * transaction – so that `listEvents` can tell from the oldest row what is missing. Returns how many were removed.
 */
export async function sweepEvents(now = new Date()): Promise<number> {
  const cutoff = new Date(now.getTime() - KEPT_HOURS * 3_600_000);
  return db().$executeRaw`
    DELETE FROM "WorkspaceEvent"
    WHERE "txid" < (SELECT "txid" FROM "WorkspaceEvent" WHERE "createdAt" < ${cutoff} ORDER BY "createdAt" DESC LIMIT 1)`;
}

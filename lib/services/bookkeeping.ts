import { db, type Database as Transaction } from "@/lib/db/client";
import { isRetryableConflict } from "@/lib/db/conflict";
import type { StudioEvent } from "@/lib/domain/event/studio-event";
import { tellNoSpace } from "./no-space";
import { publishEvents } from "./write";

const MAX_TRANSACTION_TRIES = 5;

/**
 * What a worker notes about work in flight: claims, stored operations, progress. It decides nothing, spends nothing and
 * publishes nothing, so it leaves no audit event; acts that do are written with `write()`.
 */
export async function note<Result>(
  workspaceId: string,
  act: (tx: Transaction) => Promise<{ result: Result; events?: readonly StudioEvent[] }>,
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db().$transaction(async (tx) => {
        const { result, events } = await act(tx);
        await publishEvents(tx, workspaceId, events ?? []);
        return result;
      });
    } catch (error) {
      if (attempt >= MAX_TRANSACTION_TRIES || !isRetryableConflict(error)) tellNoSpace(error);
    }
  }
}

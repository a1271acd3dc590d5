import { db } from "@/lib/db/client";
import type { RunStatus } from "@/lib/domain/run/states";

/** Workers hear which run to look at again on this channel. */
export const NUDGES = "selects_nudges";

/** Longer than any replay window: a message older than this is refused by its timestamp. */
const KEPT_MINUTES = 60;

/** The run a webhook's address names; null when there is none on this engine. For the webhooks' door only: it asks for no actor. */
export function runAtAddress(engineId: string, runId: string): Promise<{ workspaceId: string; status: RunStatus } | null> {
  return db().run.findFirst({ where: { id: runId, engineId }, select: { workspaceId: true, status: true } });
}

/**
 * Wakes the worker that follows a run, once for each message. Changes nothing about the run: what is true is only what
 * the engine answers when it is asked. Returns whether the message is new.
 */
export async function nudgeRun(runId: string, messageHash: string): Promise<boolean> {
  const { count } = await db().engineMessage.createMany({ data: [{ hash: messageHash, runId }], skipDuplicates: true });
  if (count > 0) await db().$executeRaw`SELECT pg_notify(${NUDGES}, ${runId})`;
  return count > 0;
}

export async function sweepNudges(now: Date): Promise<void> {
  await db().engineMessage.deleteMany({ where: { receivedAt: { lt: new Date(now.getTime() - KEPT_MINUTES * 60_000) } } });
}

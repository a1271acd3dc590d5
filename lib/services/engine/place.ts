import type { Database as Transaction } from "@/lib/db/client";
import { type Admission, type Asking, admit, type EngineLimits } from "@/lib/domain/engine/admission";
import { passage } from "@/lib/domain/engine/breaker";
import { LANGUAGE_ENGINE_ID } from "@/lib/domain/engine/language";
import { OPEN_STATUSES } from "@/lib/domain/live/session";
import { connectableEngines } from "@/lib/engines/catalogue";
import { lockBreaker, saveBreaker } from "./health";

const MINUTE_MS = 60_000;

export interface Place {
  readonly admission: Admission;
  readonly engineName: string;
  readonly limits: EngineLimits;
}

/**
 * Whether something of a workspace may be sent to an engine now: the one way past breaker and limits, for runs, helps and live sessions
 * alike. Locks the engine's breaker until the transaction ends, so that of two who ask for the last place one finds it taken, whatever
 * project they are of. Lock a row of one's own, and money, before.
 * @param countBefore how many wait for the same place and come first; asked only where places are limited
 */
export async function placeAt(
  tx: Transaction,
  { workspaceId, engineId }: { readonly workspaceId: string; readonly engineId: string },
  asking: Asking,
  now: Date,
  countBefore: () => Promise<number> = async () => 0,
): Promise<Place> {
  const where = { workspaceId, engineId };
  const breaker = await lockBreaker(tx, workspaceId, engineId);
  const passed = passage(breaker, now);
  const connection = await tx.engineConnection.findUnique({
    where: { workspaceId_engineId: where },
    select: { atOnce: true, perMinute: true },
  });
  const limits = { atOnce: connection?.atOnce ?? null, perMinute: connection?.perMinute ?? null };
  const engineName = connectableEngines().find((engine) => engine.engineId === engineId)?.name ?? engineId;
  const admission = admit({
    asking,
    engineName,
    passage: passed,
    limits,
    inFlight: limits.atOnce === null ? 0 : await inFlight(tx, where),
    before: limits.atOnce === null ? 0 : await countBefore(),
    sentAt: limits.perMinute === null ? [] : await sentSince(tx, where, new Date(now.getTime() - MINUTE_MS)),
    now,
  });
  if (admission.kind === "go" && passed.pass && passed.breaker !== breaker) await saveBreaker(tx, workspaceId, engineId, passed.breaker);
  return { admission, engineName, limits };
}

type At = { readonly workspaceId: string; readonly engineId: string };

/** What is at the engine now. Every help goes to the language model. */
async function inFlight(tx: Transaction, { workspaceId, engineId }: At): Promise<number> {
  const runs = await tx.run.count({ where: { workspaceId, engineId, status: { in: ["submitting", "processing"] } } });
  const sessions = await tx.liveSession.count({ where: { workspaceId, engineId, status: { in: OPEN_STATUSES } } });
  const helps =
    engineId === LANGUAGE_ENGINE_ID ? await tx.help.count({ where: { workspaceId, status: "asked", intentAt: { not: null } } }) : 0;
  return runs + sessions + helps;
}

/** When something was sent there, the oldest first. */
async function sentSince(tx: Transaction, { workspaceId, engineId }: At, since: Date): Promise<readonly Date[]> {
  const intentAt = { gt: since };
  const runs = await tx.run.findMany({ where: { workspaceId, engineId, intentAt }, select: { intentAt: true } });
  const sessions = await tx.liveSession.findMany({ where: { workspaceId, engineId, createdAt: intentAt }, select: { createdAt: true } });
  const helps =
    engineId === LANGUAGE_ENGINE_ID ? await tx.help.findMany({ where: { workspaceId, intentAt }, select: { intentAt: true } }) : [];
  const sent = [...runs, ...helps].flatMap(({ intentAt: at }) => (at ? [at] : []));
  return [...sent, ...sessions.map(({ createdAt }) => createdAt)].sort((one, other) => one.getTime() - other.getTime());
}

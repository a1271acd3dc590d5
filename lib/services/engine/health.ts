import { isDeepStrictEqual } from "node:util";
import type { Database as Transaction } from "@/lib/db/client";
import type { EngineHealth } from "@/lib/db/generated/client";
import { afterAnswer, type Breaker, isAnswer, isHeard } from "@/lib/domain/engine/breaker";
import type { StudioEvent } from "@/lib/domain/event/studio-event";
import type { FailureKind } from "@/lib/domain/run/failure";
import { builtInModels } from "@/lib/engines/catalogue";

/** The studio's own engines need no place and have no health but the worker's. */
export const isBuiltIn = (engineId: string): boolean => builtInModels().some((model) => model.engineId === engineId);

export const breakerOf = ({ faults, trips, openUntil, probedAt, restUntil }: EngineHealth): Breaker => ({
  faults,
  trips,
  openUntil,
  probedAt,
  restUntil,
});

/** An engine's breaker, locked until the transaction ends: admissions to one engine of one workspace come one after the other. */
export async function lockBreaker(tx: Transaction, workspaceId: string, engineId: string): Promise<Breaker> {
  await tx.engineHealth.createMany({ data: [{ workspaceId, engineId }], skipDuplicates: true });
  await tx.$queryRaw`SELECT 1 FROM "EngineHealth" WHERE "workspaceId" = ${workspaceId}::uuid AND "engineId" = ${engineId} FOR UPDATE`;
  return breakerOf(await tx.engineHealth.findUniqueOrThrow({ where: { workspaceId_engineId: { workspaceId, engineId } } }));
}

export async function saveBreaker(tx: Transaction, workspaceId: string, engineId: string, breaker: Breaker): Promise<void> {
  await tx.engineHealth.update({ where: { workspaceId_engineId: { workspaceId, engineId } }, data: { ...breaker } });
}

/** What an answer says of an engine: a fault, or null for an answer like any other; and how long it asked us to wait. Milliseconds. */
export interface EngineAnswer {
  readonly failure: FailureKind | null;
  readonly retryAfterMs: number | null;
}

/** What an engine answered to whatever was sent there, for its breaker; returns the news of it. Only what the engine itself said counts: giving up on it is our decision. */
export async function noteAnswer(
  tx: Transaction,
  { workspaceId, engineId }: { workspaceId: string; engineId: string },
  answer: EngineAnswer,
  now: Date,
): Promise<readonly StudioEvent[]> {
  if (isBuiltIn(engineId)) return [];
  const before = await lockBreaker(tx, workspaceId, engineId);
  const after = afterAnswer(before, answer.failure, answer.retryAfterMs, now);
  const heard = { ...(isAnswer(answer.failure) ? { answeredAt: now } : {}), ...(isHeard(answer.failure) ? { heardAt: now } : {}) };
  await tx.engineHealth.update({ where: { workspaceId_engineId: { workspaceId, engineId } }, data: heard });
  if (isDeepStrictEqual(after, before)) return [];
  await saveBreaker(tx, workspaceId, engineId, after);
  return [{ kind: "engine", id: workspaceId, version: now.getTime(), act: "health" }];
}

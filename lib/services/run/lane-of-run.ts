import type { Database } from "@/lib/db/client";
import { AppError } from "@/lib/domain/errors";
import { LanePolicy, policyRefusal } from "@/lib/domain/lane/policy";
import { REFUSALS } from "@/lib/domain/review/refusal";
import { type Making, mayRunOnLane } from "@/lib/domain/review/run-for-card";
import { knownHere } from "../engine/overrides";

export const laneRuleColumns = { id: true, kind: true, allowedEngines: true, policy: true, requiresDraft: true } as const;

export interface LaneRow {
  readonly id: string;
  readonly kind: "exploration" | "production";
  readonly allowedEngines: string[];
  readonly policy: unknown;
  readonly requiresDraft: boolean;
}

/** The lane a run is made under: its card's, or else the workspace's exploration; null where there is none. */
export async function laneOfRun(db: Database, workspaceId: string, cardId: string | null): Promise<LaneRow | null> {
  if (cardId !== null) {
    const card = await db.reviewCard.findFirst({ where: { id: cardId, workspaceId }, select: { lane: { select: laneRuleColumns } } });
    if (!card) throw new AppError("NOT_FOUND", "This card does not exist.");
    return card.lane;
  }
  return db.lane.findFirst({
    where: { workspaceId, kind: "exploration", archivedAt: null },
    orderBy: { id: "asc" },
    select: laneRuleColumns,
  });
}

/**
 * Why this run may not be made under these rules, in one sentence; null when it may: what the workspace has hidden, what the
 * lane does not take. The facts are the catalogue's with what the workspace's leads say in their place.
 */
export async function laneRefusal(
  db: Database,
  workspaceId: string,
  lane: LaneRow | null,
  run: Making & { readonly modelId: string; readonly quoteMicros: bigint; readonly count: number },
  now: Date,
): Promise<string | null> {
  const { entry, hidden } = await knownHere(db, workspaceId, run);
  if (hidden !== null || lane === null) return hidden;
  const refusal = mayRunOnLane(lane, run);
  if (refusal)
    return lane.kind === "exploration" && refusal === "run_engine_not_allowed"
      ? "The exploration lane does not allow this engine. Choose one that it allows."
      : REFUSALS[refusal].sentence;
  const eachMicros = run.quoteMicros / BigInt(run.count);
  return policyRefusal(LanePolicy.parse(lane.policy), { entry, eachMicros, today: now.toISOString() });
}

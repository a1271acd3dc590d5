import type { Database } from "@/lib/db/client";
import { AppError } from "@/lib/domain/errors";
import { LanePolicy, policyRefusal } from "@/lib/domain/lane/policy";
import type { Quality } from "@/lib/domain/prompt/recipe";
import { REFUSALS } from "@/lib/domain/review/refusal";
import { mayRunOnLane } from "@/lib/domain/review/run-for-card";
import { entryOf } from "@/lib/engines/catalogue";

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

/** Why a lane does not take this run, in one sentence; null when it does. */
export function laneRefusal(
  lane: LaneRow,
  run: { engineId: string; modelId: string; quality: Quality; quoteMicros: bigint; count: number },
  now: Date,
): string | null {
  const refusal = mayRunOnLane(lane, run);
  if (refusal)
    return lane.kind === "exploration"
      ? "The exploration lane does not allow this engine. Choose one that it allows."
      : REFUSALS[refusal].sentence;
  const entry = entryOf(run.engineId, run.modelId);
  const eachMicros = run.quoteMicros / BigInt(run.count);
  return policyRefusal(LanePolicy.parse(lane.policy), { entry, eachMicros, today: now.toISOString() });
}

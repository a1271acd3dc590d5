import { db } from "@/lib/db/client";
import { CHOICE_KEPT_DAYS } from "@/lib/domain/asset/choice";
import { enqueue } from "@/lib/jobs/queue";
import { note } from "../bookkeeping";
import { advance } from "./choice-batch";

/** Does the next part of a choice of many files; false when nothing is left to do. Each part and how far it has come are one step. */
export function advanceChoice(workspaceId: string, choiceId: string): Promise<boolean> {
  return note(workspaceId, async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "AssetChoice" WHERE "id" = ${choiceId}::uuid FOR UPDATE`;
    const row = await tx.assetChoice.findFirst({ where: { id: choiceId, workspaceId, status: { in: ["running", "undoing"] } } });
    if (!row) return { result: false };
    const after = await advance(tx, row);
    return {
      result: after.status === "running" || after.status === "undoing",
      events: [{ kind: "asset", id: choiceId, version: after.version, act: "chosen" }],
    };
  });
}

/** Longer than any heartbeat. Seconds. */
const LOST_AFTER_SECONDS = 60;

/** Gives choices that are under way and have no job a new one. */
export async function requeueUnchosen(): Promise<number> {
  const lost = await db().$queryRaw<{ id: string; workspaceId: string }[]>`
    SELECT c."id", c."workspaceId" FROM "AssetChoice" c
    WHERE c."status" IN ('running', 'undoing') AND c."createdAt" < now() - make_interval(secs => ${LOST_AFTER_SECONDS})
      AND NOT EXISTS (
        SELECT 1 FROM pgboss.job j
        WHERE j.name = 'asset.choose' AND j.state < 'completed' AND j.data->>'choiceId' = c."id"::text)
    LIMIT 500`;
  for (const { id, workspaceId } of lost) await enqueue(db(), { name: "asset.choose", payload: { workspaceId, choiceId: id } });
  return lost.length;
}

/** Forgets what files were before choices that nobody takes back any more. */
export async function sweepChoices(now: Date): Promise<number> {
  const { count } = await db().assetChoice.deleteMany({
    where: { createdAt: { lt: new Date(now.getTime() - CHOICE_KEPT_DAYS * 86_400_000) }, status: { in: ["done", "undone"] } },
  });
  return count;
}

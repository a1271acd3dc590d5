import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { ContentClasses } from "@/lib/domain/asset/unsafe";
import { enqueue } from "@/lib/jobs/queue";
import { note } from "../bookkeeping";

/** The small picture of an asset nobody looked at yet – of a video its poster –, null of one that has none. Undefined: there is nothing to do. */
export async function assetToLookAt(workspaceId: string, assetId: string): Promise<string | null | undefined> {
  const asset = await db().asset.findFirst({
    where: { id: assetId, workspaceId, look: null },
    select: { renditions: { where: { name: "thumb" }, select: { sha256: true } } },
  });
  return asset ? (asset.renditions[0]?.sha256 ?? null) : undefined;
}

/** Writes down what was seen, once. Null: nothing could look. */
export function noteContentLook(workspaceId: string, assetId: string, classes: ContentClasses | null): Promise<void> {
  return note(workspaceId, async (tx) => {
    const { count } = await tx.contentLook.createMany({ data: [{ assetId, classes: classes ?? Prisma.DbNull }], skipDuplicates: true });
    // Cards show it in what is asked before publishing; the card itself has not changed, so the news is not about it.
    return { result: undefined, events: count === 0 ? [] : [{ kind: "publication", id: assetId, version: 0, act: "looked" }] };
  });
}

/** Longer than any look takes. Seconds. */
const LOST_AFTER_SECONDS = 60;

/** Gives pictures that stand before a publication and that nobody looked at a job: from before there were looks, or a job that was lost. */
export async function requeueUnlooked(now: Date): Promise<number> {
  const before = new Date(now.getTime() - LOST_AFTER_SECONDS * 1_000);
  const lost = await db().$queryRaw<{ workspaceId: string; assetId: string }[]>`
    SELECT DISTINCT c."workspaceId", a."assetId" FROM "Attempt" a JOIN "ReviewCard" c ON c."id" = a."cardId"
    WHERE c."status" IN ('in_review', 'approved') AND a."status" IN ('submitted', 'approved')
      AND a."createdAt" < ${before}
      AND NOT EXISTS (SELECT 1 FROM "ContentLook" l WHERE l."assetId" = a."assetId")
      AND NOT EXISTS (
        SELECT 1 FROM pgboss.job j
        WHERE j.name = 'asset.look' AND j.state < 'completed' AND j.data->>'assetId' = a."assetId"::text)
    LIMIT 500`;
  for (const payload of lost) await enqueue(db(), { name: "asset.look", payload });
  return lost.length;
}

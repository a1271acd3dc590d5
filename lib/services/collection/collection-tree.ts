import type { Database } from "@/lib/db/client";
import { AppError } from "@/lib/domain/errors";

/** Every collection of a workspace that is not deleted. A few thousand at most. */
export function collectionsOf(db: Database, workspaceId: string) {
  return db.collection.findMany({
    where: { workspaceId, deletedAt: null },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, parentId: true, name: true, version: true },
  });
}

/** One writer of a workspace's tree at a time: two moves that are each fine could together close a circle. */
export async function holdTree(tx: Database, workspaceId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`collections ${workspaceId}`}, 0))`;
}

export const noSuchCollection = () => new AppError("NOT_FOUND", "This collection does not exist.");

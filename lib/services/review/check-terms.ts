import type { Database } from "@/lib/db/client";
import type { Role } from "@/lib/domain/access/policy";
import { AppError } from "@/lib/domain/errors";
import type { FallbackPath } from "@/lib/domain/review/fallback";

/** The role of a member who is still here. NOT_FOUND for anybody else, of this workspace or another. */
export async function roleOfMember(db: Database, workspaceId: string, memberId: string): Promise<Role> {
  const member = await db.member.findFirst({ where: { id: memberId, workspaceId, removedAt: null }, select: { role: true } });
  if (!member) throw new AppError("NOT_FOUND", "This member does not exist.");
  return member.role;
}

/** Whether what a fallback path names exists in this workspace: a path to nowhere would be found out when it is needed. */
export async function checkFallback(db: Database, workspaceId: string, path: FallbackPath): Promise<void> {
  const missing = await missingTarget(db, workspaceId, path);
  if (missing) throw new AppError("NOT_FOUND", `The fallback path names ${missing} that does not exist.`);
}

async function missingTarget(db: Database, workspaceId: string, path: FallbackPath): Promise<string | null> {
  switch (path.kind) {
    case "pattern":
      return (await db.pattern.count({ where: { id: path.patternId, workspaceId } })) === 1 ? null : "a pattern";
    case "library-asset":
      return (await db.asset.count({ where: { id: path.assetId, workspaceId, deletedAt: null } })) === 1 ? null : "a picture";
    case "manual":
      if (path.memberId === null) return null;
      return (await db.member.count({ where: { id: path.memberId, workspaceId, removedAt: null } })) === 1 ? null : "a member";
    case "engine":
    case "stop":
      return null;
    default:
      return path satisfies never;
  }
}

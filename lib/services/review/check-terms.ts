import type { Database } from "@/lib/db/client";
import type { Role } from "@/lib/domain/access/policy";
import { AppError } from "@/lib/domain/errors";
import { canOwn } from "@/lib/domain/review/edit-card";
import type { FallbackPath } from "@/lib/domain/review/fallback";
import type { CardTemplate } from "@/lib/domain/review/template";

/** The role of a member who is still here. NOT_FOUND for anybody else, of this workspace or another. */
export async function roleOfMember(db: Database, workspaceId: string, memberId: string): Promise<Role> {
  const member = await db.member.findFirst({ where: { id: memberId, workspaceId, removedAt: null }, select: { role: true } });
  if (!member) throw new AppError("NOT_FOUND", "This member does not exist.");
  return member.role;
}

/**
 * A lane's template as it can be followed today. Who or what it names may be gone or may not decide any more: that part
 * is left open, with a sentence, instead of standing in the way of every new card.
 */
export async function usableTemplate(
  db: Database,
  workspaceId: string,
  template: CardTemplate,
): Promise<{ readonly template: CardTemplate; readonly notes: readonly string[] }> {
  const notes: string[] = [];
  let { ownerId, fallbackPath } = template;
  if (ownerId) {
    const owner = await db.member.findFirst({
      where: { id: ownerId, workspaceId },
      select: { displayName: true, role: true, removedAt: true },
    });
    if (!owner || owner.removedAt || !canOwn(owner.role)) {
      const why = owner && !owner.removedAt ? "does not decide on review cards any more" : "is not here any more";
      notes.push(`The lane's owner, ${owner?.displayName ?? "somebody"}, ${why}: choose an owner before the card is submitted.`);
      ownerId = null;
    }
  }
  if (fallbackPath) {
    const missing = await missingTarget(db, workspaceId, fallbackPath);
    if (missing) {
      notes.push(
        `The lane's fallback path names ${missing} that does not exist any more: choose a fallback path before the card is submitted.`,
      );
      fallbackPath = null;
    }
  }
  return { template: { ...template, ownerId, fallbackPath }, notes };
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

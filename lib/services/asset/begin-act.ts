import { Prisma } from "@/lib/db/generated/client";
import { CHOSEN_AT_ONCE, type ChoiceProgress, type FileAct, keptBesides, type Target } from "@/lib/domain/asset/choice";
import { AppError } from "@/lib/domain/errors";
import { personOf } from "../person";
import type { AuditEntry, WriteContext, Written } from "../write";
import { actOnFiles, advance, choiceProgress } from "./choice-batch";
import { assetsWhere } from "./filter-sql";

/**
 * Begins an act on many files: named ones, and few that a filter finds, at once; many are left to the worker, and the answer says how far it
 * is, which is not far yet. One act has one way back, `asset.undo-choice`.
 * @param isOfDeleted whether it is about deleted files, and only about those
 */
export async function beginAct(
  { tx, actor }: WriteContext,
  { target, act, isOfDeleted }: { target: Target; act: FileAct; isOfDeleted: boolean },
  audit: { readonly details: NonNullable<AuditEntry["details"]>; readonly event: string },
): Promise<Written<ChoiceProgress>> {
  const { workspaceId, memberId } = personOf(actor);
  const { assetIds, filter } = target;
  const ids = [...new Set(assetIds ?? [])];
  const standing = isOfDeleted ? Prisma.sql`a."deletedAt" IS NOT NULL` : Prisma.sql`a."deletedAt" IS NULL`;
  const where = filter
    ? assetsWhere(workspaceId, filter)
    : Prisma.sql`a."workspaceId" = ${workspaceId}::uuid AND a."id" = ANY(${ids}::uuid[]) AND ${standing}`;
  const [counted] = await tx.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS "total" FROM "Asset" a WHERE ${where}`;
  const total = counted?.total ?? 0;
  if (total === 0 || (!filter && total !== ids.length)) throw new AppError("NOT_FOUND", "A file does not exist.");
  let row = await tx.assetChoice.create({
    data: { workspaceId, memberId, choice: act, total, status: "running", ...(filter ? { filter } : {}) },
  });
  const isLater = filter !== undefined && total > CHOSEN_AT_ONCE;
  if (!filter) {
    const kept = keptBesides([], await actOnFiles(tx, row, ids));
    row = await tx.assetChoice.update({ where: { id: row.id }, data: { status: "done", done: total, kept } });
  } else if (!isLater) row = await advance(tx, row);
  return {
    result: choiceProgress(row),
    audit: [{ subjectKind: "asset-choice", subjectId: row.id, details: { files: total, ...audit.details } }],
    events: [{ kind: "asset", id: row.id, version: row.version, act: audit.event }],
    jobs: isLater ? [{ name: "asset.choose", payload: { workspaceId, choiceId: row.id } }] : [],
  };
}

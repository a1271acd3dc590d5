import type { Database as Transaction } from "@/lib/db/client";
import { type AssetChoice, Prisma } from "@/lib/db/generated/client";
import { type ChoiceProgress, ChoiceStatus, FileAct, Kept, keptBesides } from "@/lib/domain/asset/choice";
import { AssetFilter } from "@/lib/domain/asset/filter";
import type { Choice } from "@/lib/domain/selection/flags";
import { deleteFiles, restoreFiles, undelete } from "./delete-batch";
import { assetsWhere } from "./filter-sql";

/** Files of one transaction: short enough that nobody who picks meanwhile waits. */
const BATCH = 2_000;

export function choiceProgress({ id, status, done, total, kept, version }: AssetChoice): ChoiceProgress {
  return { id, status: ChoiceStatus.parse(status), done, total, kept: Kept.array().parse(kept), version };
}

/**
 * Does with these files what the row says, and notes what each was. Repeated, nothing is noted anew.
 * @returns why files were left as they are, one sentence each
 */
export async function actOnFiles(tx: Transaction, row: AssetChoice, ids: readonly string[]): Promise<string[]> {
  const act = FileAct.parse(row.choice);
  const files = { workspaceId: row.workspaceId, choiceId: row.id, ids };
  if (!("deleted" in act)) await chooseFiles(tx, row, act, ids);
  else if (act.deleted) return deleteFiles(tx, files);
  else await restoreFiles(tx, files);
  return [];
}

/** What stands as chosen already is noted too: it counts, and its way back is to stay. */
async function chooseFiles(tx: Transaction, { workspaceId, id: choiceId }: AssetChoice, choice: Choice, ids: readonly string[]) {
  const { flag = null, rating = null, colour = null } = choice;
  const named = [...ids];
  await tx.$queryRaw`
    SELECT 1 FROM "Asset" WHERE "id" = ANY(${named}::uuid[]) AND "workspaceId" = ${workspaceId}::uuid ORDER BY "id" FOR NO KEY UPDATE`;
  await tx.$executeRaw`
    INSERT INTO "AssetChoiceItem" ("choiceId", "assetId", "flag", "rating", "colour")
    SELECT ${choiceId}::uuid, "id", "flag", "rating", "colour" FROM "Asset"
    WHERE "id" = ANY(${named}::uuid[]) AND "workspaceId" = ${workspaceId}::uuid
    ON CONFLICT DO NOTHING`;
  await tx.$executeRaw`
    UPDATE "Asset" SET
      "flag" = coalesce(${flag}::"Flag", "flag"), "rating" = coalesce(${rating}::int, "rating"),
      "colour" = coalesce(${colour}::"Colour", "colour"), "version" = "version" + 1
    WHERE "id" = ANY(${named}::uuid[]) AND "workspaceId" = ${workspaceId}::uuid AND (
      "flag" <> coalesce(${flag}::"Flag", "flag") OR "rating" <> coalesce(${rating}::int, "rating")
      OR "colour" <> coalesce(${colour}::"Colour", "colour"))`;
}

/** The next files a choice by filter is about, after the ones it has come to. */
async function nextIds(tx: Transaction, { workspaceId, filter, cursorId }: AssetChoice): Promise<string[]> {
  const after = cursorId === null ? Prisma.empty : Prisma.sql`AND a."id" < ${cursorId}::uuid`;
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT a."id" FROM "Asset" a WHERE ${assetsWhere(workspaceId, AssetFilter.parse(filter))} ${after}
    ORDER BY a."id" DESC LIMIT ${BATCH}`;
  return rows.map(({ id }) => id);
}

/** One part of a choice that is under way, forwards or back. The caller holds its row. */
export async function advance(tx: Transaction, row: AssetChoice): Promise<AssetChoice> {
  return row.status === "undoing" ? goBack(tx, row) : goOn(tx, row);
}

async function goOn(tx: Transaction, row: AssetChoice): Promise<AssetChoice> {
  const ids = await nextIds(tx, row);
  const reasons = await actOnFiles(tx, row, ids);
  const done = row.done + ids.length;
  const isOver = ids.length < BATCH;
  return tx.assetChoice.update({
    where: { id: row.id },
    data: {
      done,
      // Files come and go while it runs: what it was about is known at the end.
      total: isOver ? done : Math.max(row.total, done),
      status: isOver ? "done" : "running",
      cursorId: ids.at(-1) ?? row.cursorId,
      kept: keptBesides(Kept.array().parse(row.kept), reasons),
      version: { increment: 1 },
    },
  });
}

/**
 * Puts back what still stands as the act left it; what somebody has changed since stays theirs. The notes of what each file was stay until
 * the choice is forgotten: they tell an open board which of its pictures came back.
 */
async function goBack(tx: Transaction, row: AssetChoice): Promise<AssetChoice> {
  const act = FileAct.parse(row.choice);
  const items = await tx.assetChoiceItem.findMany({
    where: { choiceId: row.id, ...(row.cursorId === null ? {} : { assetId: { gt: row.cursorId } }) },
    orderBy: { assetId: "asc" },
    take: BATCH,
    select: { assetId: true },
  });
  const ids = items.map(({ assetId }) => assetId);
  const files = { workspaceId: row.workspaceId, choiceId: row.id, ids };
  const reasons: string[] = [];
  if (!("deleted" in act)) await putBack(tx, row, act, ids);
  else if (act.deleted) await undelete(tx, files);
  else reasons.push(...(await deleteFiles(tx, files)));
  const isOver = ids.length < BATCH;
  return tx.assetChoice.update({
    where: { id: row.id },
    data: {
      done: Math.max(0, row.done - ids.length),
      status: isOver ? "undone" : "undoing",
      cursorId: ids.at(-1) ?? row.cursorId,
      kept: keptBesides(Kept.array().parse(row.kept), reasons),
      version: { increment: 1 },
    },
  });
}

async function putBack(tx: Transaction, { id: choiceId }: AssetChoice, choice: Choice, ids: readonly string[]): Promise<void> {
  const { flag = null, rating = null, colour = null } = choice;
  const named = [...ids];
  await tx.$executeRaw`
    WITH locked AS (SELECT "id" FROM "Asset" WHERE "id" = ANY(${named}::uuid[]) ORDER BY "id" FOR NO KEY UPDATE)
    UPDATE "Asset" a SET
      "flag" = CASE WHEN a."flag" = ${flag}::"Flag" THEN i."flag" ELSE a."flag" END,
      "rating" = CASE WHEN a."rating" = ${rating}::int THEN i."rating" ELSE a."rating" END,
      "colour" = CASE WHEN a."colour" = ${colour}::"Colour" THEN i."colour" ELSE a."colour" END,
      "version" = a."version" + 1
    FROM "AssetChoiceItem" i, locked l WHERE i."choiceId" = ${choiceId}::uuid AND a."id" = i."assetId" AND l."id" = a."id"`;
}

import { Prisma } from "@/lib/db/generated/client";
import { AssetChoiceInput, CHOSEN_AT_ONCE, ChoiceProgress } from "@/lib/domain/asset/choice";
import { AppError } from "@/lib/domain/errors";
import { personOf } from "../person";
import { write } from "../write";
import { advance, choiceProgress, chooseAssets as chooseNamed } from "./choice-batch";
import { assetsWhere } from "./filter-sql";

/**
 * Flags, rates or colours files: some by name, or all that a filter finds. One act with one way back. Many are chosen by the worker; then the
 * answer says how far it is, which is not far yet.
 */
export const chooseAssets = write({
  verb: "asset.choose",
  permission: "variant.choose",
  input: AssetChoiceInput,
  output: ChoiceProgress,
  async run({ tx, actor }, { target, choice }) {
    const { workspaceId, memberId } = personOf(actor);
    const { assetIds, filter } = target;
    if (filter?.deleted) throw new AppError("REFUSED", "Deleted files are not chosen. Bring them back first.");
    const ids = [...new Set(assetIds ?? [])];
    const where = filter
      ? assetsWhere(workspaceId, filter)
      : Prisma.sql`a."workspaceId" = ${workspaceId}::uuid AND a."id" = ANY(${ids}::uuid[]) AND a."deletedAt" IS NULL`;
    const [counted] = await tx.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS "total" FROM "Asset" a WHERE ${where}`;
    const total = counted?.total ?? 0;
    if (total === 0 || (!filter && total !== ids.length)) throw new AppError("NOT_FOUND", "A file does not exist.");
    let row = await tx.assetChoice.create({
      data: { workspaceId, memberId, choice, total, status: "running", ...(filter ? { filter } : {}) },
    });
    const isLater = filter !== undefined && total > CHOSEN_AT_ONCE;
    if (!filter) {
      await chooseNamed(tx, workspaceId, row.id, choice, ids);
      row = await tx.assetChoice.update({ where: { id: row.id }, data: { status: "done", done: total } });
    } else if (!isLater) row = await advance(tx, row);
    return {
      result: choiceProgress(row),
      audit: [
        {
          subjectKind: "asset-choice",
          subjectId: row.id,
          details: { files: total, flag: choice.flag ?? null, rating: choice.rating ?? null, colour: choice.colour ?? null },
        },
      ],
      events: [{ kind: "asset", id: row.id, version: row.version, act: "chosen" }],
      jobs: isLater ? [{ name: "asset.choose", payload: { workspaceId, choiceId: row.id } }] : [],
    };
  },
});

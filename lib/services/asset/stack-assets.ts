import { v7 as newId } from "uuid";
import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { Id } from "@/lib/domain/wire";
import { write } from "../write";
import { tidyStacks } from "./stacks";

/** Files one stack may hold. */
const MAX_STACK = 500;

/** Lays files into one stack under a cover: the one said, else the newest. Each leaves the stack it was in. */
export const stackAssets = write({
  verb: "asset.stack",
  permission: "variant.choose",
  input: z.strictObject({ assetIds: z.array(Id).min(2, "A stack takes two files or more.").max(MAX_STACK), coverId: Id.optional() }),
  output: z.strictObject({ stackId: Id, coverId: Id, files: z.int() }),
  async run({ tx, actor }, { assetIds, coverId }) {
    const { workspaceId } = actor;
    const ids = [...new Set(assetIds)].sort();
    await tx.$queryRaw`SELECT 1 FROM "Asset" WHERE "id" = ANY(${ids}::uuid[]) AND "workspaceId" = ${workspaceId}::uuid ORDER BY "id" FOR NO KEY UPDATE`;
    const found = await tx.asset.findMany({
      where: { id: { in: ids }, workspaceId, deletedAt: null },
      select: { id: true, stackId: true },
      orderBy: { id: "desc" },
    });
    const cover = coverId ?? found[0]?.id;
    if (found.length !== ids.length || cover === undefined || !ids.includes(cover))
      throw new AppError("NOT_FOUND", "A file does not exist.");
    if (ids.length < 2) throw new AppError("BAD_INPUT", "A stack takes two files or more.");
    const stackId = newId();
    // First all of them under a cover that is not there yet: there is never a stack of two.
    await tx.asset.updateMany({ where: { id: { in: ids } }, data: { stackId, isCovered: true, version: { increment: 1 } } });
    await tx.asset.update({ where: { id: cover }, data: { isCovered: false } });
    await tidyStacks(
      tx,
      workspaceId,
      found.flatMap(({ stackId: before }) => before ?? []),
    );
    return {
      result: { stackId, coverId: cover, files: ids.length },
      audit: [{ subjectKind: "asset", subjectId: cover, details: { stackId, files: ids.length } }],
      events: [{ kind: "asset", id: stackId, version: 0, act: "stacked" }],
    };
  },
});

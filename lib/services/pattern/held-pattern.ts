import type { Database as Transaction } from "@/lib/db/client";
import type { Pattern } from "@/lib/db/generated/client";
import type { Actor } from "@/lib/domain/access/actor";
import { AppError } from "@/lib/domain/errors";
import { requireCurator } from "../library/curated-shelf";

/** A pattern somebody is about to change, held until the transaction ends: it exists, and they may curate its shelf. */
export async function heldPattern(tx: Transaction, actor: Actor, patternId: string): Promise<Pattern> {
  await tx.$queryRaw`SELECT 1 FROM "Pattern" WHERE "id" = ${patternId}::uuid FOR UPDATE`;
  const found = await tx.pattern.findFirst({
    where: { id: patternId, workspaceId: actor.workspaceId, archivedAt: null },
    include: { library: { select: { name: true, access: true } } },
  });
  if (!found) throw new AppError("NOT_FOUND", "This pattern does not exist.");
  const { library, ...pattern } = found;
  requireCurator(actor, library);
  return pattern;
}

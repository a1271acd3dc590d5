import type { Database as Transaction } from "@/lib/db/client";
import type { Actor } from "@/lib/domain/access/actor";
import { AppError } from "@/lib/domain/errors";
import { mayCurateShelf, mayUseShelf, ShelfAccess } from "@/lib/domain/pattern/shelf-access";

/**
 * The shelf an act puts something on or takes something off, one version on. Its row stays locked until the transaction
 * ends, so that nobody loses the right to curate it half-way.
 */
export async function curatedShelf(
  tx: Transaction,
  actor: Actor,
  libraryId: string,
): Promise<{ id: string; version: number; name: string }> {
  const [library] = await tx.styleLibrary.updateManyAndReturn({
    where: { id: libraryId, workspaceId: actor.workspaceId, archivedAt: null },
    data: { version: { increment: 1 } },
    select: { id: true, version: true, name: true, access: true },
  });
  if (!library) throw new AppError("NOT_FOUND", "This style library does not exist.");
  if (!mayCurateShelf(ShelfAccess.parse(library.access), actor))
    throw new AppError("FORBIDDEN", `Only those who curate the shelf “${library.name}” can do this.`);
  return { id: library.id, version: library.version, name: library.name };
}

type Shelf = { readonly name: string; readonly access: unknown };

/** @throws AppError `FORBIDDEN` for somebody who may not curate the shelf a pattern is on. */
export function requireCurator(actor: Actor, { name, access }: Shelf): void {
  if (!mayCurateShelf(ShelfAccess.parse(access), actor))
    throw new AppError("FORBIDDEN", `Only those who curate the shelf “${name}” can do this.`);
}

/** @throws AppError `FORBIDDEN` for somebody who may not use the shelf a pattern is on. */
export function requireUser(actor: Actor, { name, access }: Shelf): void {
  if (!mayUseShelf(ShelfAccess.parse(access), actor))
    throw new AppError("FORBIDDEN", `The patterns of the shelf “${name}” are not open to you. Ask a lead.`);
}

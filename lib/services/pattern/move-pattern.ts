import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { placedBefore } from "@/lib/domain/pattern/order";
import { Id } from "@/lib/domain/wire";
import { curatedShelf } from "../library/curated-shelf";
import { IN_SHELF_ORDER } from "../library/library-view";
import { write } from "../write";
import { heldPattern } from "./held-pattern";

/** Puts a pattern before another one on its shelf, or last, or over to another shelf. Answers with that shelf's order. */
export const movePattern = write({
  verb: "pattern.move",
  permission: "pattern.write",
  input: z.strictObject({ patternId: Id, libraryId: Id, beforeId: Id.nullable() }),
  output: z.strictObject({ libraryId: Id, patternIds: z.array(Id) }),
  async run({ tx, actor }, { patternId, libraryId, beforeId }) {
    // Shelf first, as everybody who puts something on it does.
    const library = await curatedShelf(tx, actor, libraryId);
    const pattern = await heldPattern(tx, actor, patternId);
    const rows = await tx.pattern.findMany({
      where: { libraryId, archivedAt: null },
      orderBy: [...IN_SHELF_ORDER],
      select: { id: true },
    });
    const ids = rows.map(({ id }) => id);
    if (beforeId !== null && !ids.includes(beforeId)) throw new AppError("NOT_FOUND", "That pattern is not on this shelf any more.");
    const order = placedBefore(ids, patternId, beforeId);
    for (const [position, id] of order.entries())
      await tx.pattern.update({
        where: { id },
        data: id === patternId ? { libraryId, position: position + 1 } : { position: position + 1 },
      });
    const moved = await tx.pattern.update({ where: { id: patternId }, data: { version: { increment: 1 } }, select: { version: true } });
    return {
      result: { libraryId, patternIds: [...order] },
      audit: [
        {
          subjectKind: "pattern",
          subjectId: patternId,
          details: { from: pattern.libraryId, to: libraryId, after: order.indexOf(patternId) },
        },
      ],
      events: [
        { kind: "library", id: libraryId, version: library.version, act: "pattern-moved" },
        { kind: "pattern", id: patternId, version: moved.version, act: "moved" },
      ],
    };
  },
});

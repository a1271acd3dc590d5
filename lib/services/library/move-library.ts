import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { placedBefore } from "@/lib/domain/pattern/order";
import { Id } from "@/lib/domain/wire";
import { write } from "../write";

/** Puts a shelf before another one, or last. Answers with the order of all of them. */
export const moveLibrary = write({
  verb: "library.move",
  permission: "library.curate",
  input: z.strictObject({ libraryId: Id, beforeId: Id.nullable() }),
  output: z.strictObject({ libraryIds: z.array(Id) }),
  async run({ tx, actor }, { libraryId, beforeId }) {
    const { workspaceId } = actor;
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`library ${workspaceId}`}, 0))`;
    const rows = await tx.styleLibrary.findMany({
      where: { workspaceId, archivedAt: null },
      orderBy: [{ position: "asc" }, { id: "asc" }],
      select: { id: true, version: true },
    });
    const ids = rows.map(({ id }) => id);
    const moved = rows.find(({ id }) => id === libraryId);
    if (!moved || (beforeId !== null && !ids.includes(beforeId))) throw new AppError("NOT_FOUND", "This style library does not exist.");
    const order = placedBefore(ids, libraryId, beforeId);
    for (const [position, id] of order.entries()) await tx.styleLibrary.update({ where: { id }, data: { position } });
    return {
      result: { libraryIds: [...order] },
      audit: [
        { subjectKind: "library", subjectId: libraryId, details: { before: ids.indexOf(libraryId), after: order.indexOf(libraryId) } },
      ],
      events: [{ kind: "library", id: libraryId, version: moved.version, act: "moved" }],
    };
  },
});

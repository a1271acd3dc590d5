import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { Id } from "@/lib/domain/wire";
import { write } from "../write";
import { requireCurator } from "./curated-shelf";

/** Takes a shelf down with the patterns on it. Nothing is lost: what runs with them stays readable, and it can be put back. */
export const archiveLibrary = write({
  verb: "library.archive",
  permission: "library.curate",
  input: z.strictObject({ libraryId: Id }),
  output: z.strictObject({ libraryId: Id, patterns: z.int() }),
  async run({ tx, actor, now }, { libraryId }) {
    const { workspaceId } = actor;
    await tx.$queryRaw`SELECT 1 FROM "StyleLibrary" WHERE "id" = ${libraryId}::uuid FOR UPDATE`;
    const library = await tx.styleLibrary.findFirst({ where: { id: libraryId, workspaceId } });
    if (!library) throw new AppError("NOT_FOUND", "This style library does not exist.");
    requireCurator(actor, library);
    if (library.archivedAt) throw new AppError("CONFLICT", "This style library is archived already.");
    const archived = { archivedAt: now, version: { increment: 1 } };
    const { count } = await tx.pattern.updateMany({ where: { libraryId, archivedAt: null }, data: archived });
    await tx.styleLibrary.update({ where: { id: libraryId }, data: archived });
    return {
      result: { libraryId, patterns: count },
      audit: [{ subjectKind: "library", subjectId: libraryId, details: { name: library.name, patterns: count } }],
      events: [{ kind: "library", id: libraryId, version: library.version + 1, act: "archived" }],
    };
  },
});

import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { LibraryView } from "@/lib/domain/pattern/view";
import { Id } from "@/lib/domain/wire";
import { write } from "../write";
import { requireCurator } from "./curated-shelf";
import { loadLibrary } from "./library-view";

/** Puts an archived shelf back, with the patterns that were taken down with it. */
export const restoreLibrary = write({
  verb: "library.restore",
  permission: "library.curate",
  input: z.strictObject({ libraryId: Id }),
  output: LibraryView,
  async run({ tx, actor }, { libraryId }) {
    const { workspaceId } = actor;
    await tx.$queryRaw`SELECT 1 FROM "StyleLibrary" WHERE "id" = ${libraryId}::uuid FOR UPDATE`;
    const library = await tx.styleLibrary.findFirst({ where: { id: libraryId, workspaceId } });
    if (!library) throw new AppError("NOT_FOUND", "This style library does not exist.");
    requireCurator(actor, library);
    const { archivedAt, name, version } = library;
    if (!archivedAt) throw new AppError("CONFLICT", "This style library is not archived.");
    const restored = { archivedAt: null, version: { increment: 1 } };
    const { count } = await tx.pattern.updateMany({ where: { libraryId, archivedAt }, data: restored });
    await tx.styleLibrary.update({ where: { id: libraryId }, data: restored });
    return {
      result: await loadLibrary(tx, actor, libraryId),
      audit: [{ subjectKind: "library", subjectId: libraryId, details: { name, patterns: count } }],
      events: [{ kind: "library", id: libraryId, version: version + 1, act: "restored" }],
    };
  },
});

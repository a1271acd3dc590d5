import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { refusalOfAccess, ShelfAccess } from "@/lib/domain/pattern/shelf-access";
import { LibraryView } from "@/lib/domain/pattern/view";
import { PlainText } from "@/lib/domain/prompt/recipe";
import { Id, Version } from "@/lib/domain/wire";
import { write } from "../write";
import { requireCurator } from "./curated-shelf";
import { loadLibrary } from "./library-view";

/** Renames or describes a shelf, or says who may use and who may curate it. Absent = unchanged. Its address stays. */
export const editLibrary = write({
  verb: "library.edit",
  permission: "library.curate",
  input: z.strictObject({
    libraryId: Id,
    version: Version,
    name: PlainText.trim().min(1, "Give the library a name.").max(120).optional(),
    description: PlainText.max(2_000).optional(),
    access: ShelfAccess.optional(),
  }),
  output: LibraryView,
  async run({ tx, actor }, { libraryId, version, name, description, access }) {
    const { workspaceId } = actor;
    const library = await tx.styleLibrary.findFirst({ where: { id: libraryId, workspaceId, archivedAt: null } });
    if (!library) throw new AppError("NOT_FOUND", "This style library does not exist.");
    requireCurator(actor, library);
    const refusal = access && refusalOfAccess(access, actor);
    if (refusal) throw new AppError("REFUSED", refusal);
    if (access) {
      const named = [...new Set([...access.use.memberIds, ...access.curate.memberIds])];
      if ((await tx.member.count({ where: { id: { in: named }, workspaceId } })) < named.length)
        throw new AppError("NOT_FOUND", "Somebody named is not a member of this workspace.");
    }
    const { count } = await tx.styleLibrary.updateMany({
      where: { id: libraryId, workspaceId, version },
      data: {
        ...(name === undefined ? {} : { name }),
        ...(description === undefined ? {} : { description }),
        ...(access === undefined ? {} : { access }),
        version: { increment: 1 },
      },
    });
    if (count === 0) throw new AppError("CONFLICT", "Somebody changed this shelf first. Reload it.");
    return {
      result: await loadLibrary(tx, actor, libraryId),
      audit: [
        {
          subjectKind: "library",
          subjectId: libraryId,
          details: {
            ...(name === undefined ? {} : { before: library.name, after: name }),
            ...(description === undefined ? {} : { description: true }),
            ...(access === undefined ? {} : { access: JSON.stringify(access) }),
          },
        },
      ],
      events: [{ kind: "library", id: libraryId, version: version + 1, act: "edited" }],
    };
  },
});

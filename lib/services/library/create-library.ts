import { z } from "zod";
import { freeSlug } from "@/lib/domain/pattern/slug";
import { LibraryView } from "@/lib/domain/pattern/view";
import { PlainText } from "@/lib/domain/prompt/recipe";
import { write } from "../write";
import { libraryInclude, libraryView, takenSlugs } from "./library-view";

export const createLibrary = write({
  verb: "library.create",
  permission: "library.curate",
  input: z.strictObject({
    name: PlainText.trim().min(1, "Give the library a name.").max(120),
    description: PlainText.max(2_000).default(""),
  }),
  output: LibraryView,
  async run({ tx, actor }, { name, description }) {
    const { workspaceId } = actor;
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`library ${workspaceId}`}, 0))`;
    const slug = freeSlug(name, await takenSlugs(tx, workspaceId, "library"));
    const library = await tx.styleLibrary.create({ data: { workspaceId, name, slug, description }, include: libraryInclude });
    return {
      result: libraryView(library),
      audit: [{ subjectKind: "library", subjectId: library.id, details: { name } }],
      events: [{ kind: "library", id: library.id, version: library.version, act: "created" }],
    };
  },
});

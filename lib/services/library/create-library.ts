import { z } from "zod";
import { freeSlug } from "@/lib/domain/pattern/slug";
import { LibraryView } from "@/lib/domain/pattern/view";
import { PlainText } from "@/lib/domain/prompt/recipe";
import { write } from "../write";
import { loadLibrary, takenSlugs } from "./library-view";

/** A new shelf, below the others and open to everybody. */
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
    const { _max } = await tx.styleLibrary.aggregate({ where: { workspaceId }, _max: { position: true } });
    const position = (_max.position ?? -1) + 1;
    const library = await tx.styleLibrary.create({ data: { workspaceId, name, slug, description, position } });
    return {
      result: await loadLibrary(tx, actor, library.id),
      audit: [{ subjectKind: "library", subjectId: library.id, details: { name } }],
      events: [{ kind: "library", id: library.id, version: library.version, act: "created" }],
    };
  },
});

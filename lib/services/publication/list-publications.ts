import { z } from "zod";
import { PublicationPage } from "@/lib/domain/publication/view";
import { Id, PageRequest } from "@/lib/domain/wire";
import { keyset, paged } from "../page";
import { read } from "../read";
import { publicationInclude, publicationView } from "./publication-view";

/** What was released, newest first. */
export const listPublications = read({
  verb: "publication.list",
  permission: "workspace.read",
  input: z.strictObject({ projectId: Id.optional(), ...PageRequest }),
  output: PublicationPage,
  async run({ db, actor }, { projectId, cursor, limit }) {
    const rows = await db.publication.findMany({
      where: { workspaceId: actor.workspaceId, ...(projectId ? { card: { projectId } } : {}), ...keyset(cursor) },
      include: publicationInclude,
      orderBy: { id: "desc" },
      take: limit + 1,
    });
    return paged(rows, limit, publicationView);
  },
});

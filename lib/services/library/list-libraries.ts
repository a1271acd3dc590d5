import { z } from "zod";
import { LibraryView } from "@/lib/domain/pattern/view";
import { read } from "../read";
import { libraryInclude, libraryView } from "./library-view";

export const listLibraries = read({
  verb: "library.list",
  permission: "workspace.read",
  input: z.strictObject({}),
  output: z.array(LibraryView),
  async run({ db, actor }) {
    const rows = await db.styleLibrary.findMany({
      where: { workspaceId: actor.workspaceId, archivedAt: null },
      orderBy: { id: "asc" },
      include: libraryInclude,
    });
    return rows.map(libraryView);
  },
});

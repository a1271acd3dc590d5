import { z } from "zod";
import { LibraryView } from "@/lib/domain/pattern/view";
import { read } from "../read";
import { bestPictures, libraryInclude, libraryView } from "./library-view";

export const listLibraries = read({
  verb: "library.list",
  permission: "workspace.read",
  input: z.strictObject({}),
  output: z.array(LibraryView),
  async run({ db, actor }) {
    const [rows, best] = await Promise.all([
      db.styleLibrary.findMany({
        where: { workspaceId: actor.workspaceId, archivedAt: null },
        orderBy: [{ position: "asc" }, { id: "asc" }],
        include: libraryInclude,
      }),
      bestPictures(db, actor.workspaceId),
    ]);
    return rows.map((row) => libraryView(row, actor, best.get(row.id) ?? []));
  },
});

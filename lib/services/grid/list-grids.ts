import { z } from "zod";
import { GridView } from "@/lib/domain/grid/view";
import { Id, PageRequest, pageOf } from "@/lib/domain/wire";
import { keyset, paged } from "../page";
import { read } from "../read";
import { gridInclude, gridView } from "./grid-view";

/** Grids of the workspace, or of one project, newest first. Those of archived prompts are left out. */
export const listGrids = read({
  verb: "grid.list",
  permission: "workspace.read",
  input: z.strictObject({ ...PageRequest, projectId: Id.optional() }),
  output: pageOf(GridView),
  async run({ db, actor }, { cursor, limit, projectId }) {
    const rows = await db.grid.findMany({
      where: {
        workspaceId: actor.workspaceId,
        prompt: { archivedAt: null },
        ...(projectId === undefined ? {} : { projectId }),
        ...keyset(cursor),
      },
      orderBy: { id: "desc" },
      take: limit + 1,
      include: gridInclude,
    });
    return paged(rows, limit, gridView);
  },
});

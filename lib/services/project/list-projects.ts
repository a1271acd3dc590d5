import { z } from "zod";
import { ProjectView } from "@/lib/domain/project/view";
import { PageRequest, pageOf } from "@/lib/domain/wire";
import { keyset, paged } from "../page";
import { read } from "../read";
import { projectView } from "./project-view";

export const listProjects = read({
  verb: "project.list",
  permission: "workspace.read",
  input: z.strictObject({ ...PageRequest, archived: z.boolean().default(false) }),
  output: pageOf(ProjectView),
  async run({ db, actor }, { cursor, limit, archived }) {
    const rows = await db.project.findMany({
      where: { workspaceId: actor.workspaceId, archivedAt: archived ? { not: null } : null, ...keyset(cursor) },
      orderBy: { id: "desc" },
      take: limit + 1,
    });
    const page = paged(rows, limit, (row) => row);
    return { items: await Promise.all(page.items.map((row) => projectView(db, row))), next: page.next };
  },
});

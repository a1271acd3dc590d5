import { z } from "zod";
import { EvalSetView } from "@/lib/domain/eval-set/eval-set";
import { PageRequest, pageOf } from "@/lib/domain/wire";
import { keyset, paged } from "../page";
import { read } from "../read";
import { evalSetInclude, evalSetView } from "./eval-set-view";

/** Eval sets, newest first; archived ones only when they are asked for. */
export const listEvalSets = read({
  verb: "eval-set.list",
  permission: "workspace.read",
  input: z.strictObject({ ...PageRequest, archived: z.boolean().default(false) }),
  output: pageOf(EvalSetView),
  async run({ db, actor }, { cursor, limit, archived }) {
    const rows = await db.evalSet.findMany({
      where: { workspaceId: actor.workspaceId, archivedAt: archived ? { not: null } : null, ...keyset(cursor) },
      orderBy: { id: "desc" },
      take: limit + 1,
      include: evalSetInclude,
    });
    return paged(rows, limit, evalSetView);
  },
});

import { z } from "zod";
import { titleOf } from "@/lib/domain/prompt/title";
import { isFinished, RUN_STATUSES } from "@/lib/domain/run/states";
import { ListedRun } from "@/lib/domain/run/view";
import { Id, PageRequest, pageOf } from "@/lib/domain/wire";
import { keyset, paged } from "../page";
import { read } from "../read";
import { runInclude, runView } from "./run-view";

const IN_FLIGHT = RUN_STATUSES.filter((status) => !isFinished(status));

/** Runs of the workspace, newest first; `inFlight` is what the run tray shows. */
export const listRuns = read({
  verb: "run.list",
  permission: "workspace.read",
  input: z.strictObject({ ...PageRequest, projectId: Id.optional(), inFlight: z.boolean().default(false) }),
  output: pageOf(ListedRun),
  async run({ db, actor }, { cursor, limit, projectId, inFlight }) {
    const rows = await db.run.findMany({
      where: {
        workspaceId: actor.workspaceId,
        ...(projectId === undefined ? {} : { projectId }),
        ...(inFlight ? { status: { in: IN_FLIGHT } } : {}),
        ...keyset(cursor),
      },
      orderBy: { id: "desc" },
      take: limit + 1,
      include: { ...runInclude, prompt: { select: { controls: true, text: true, boardId: true } } },
    });
    return paged(rows, limit, (row) => ({ ...runView(row), title: titleOf(row.prompt.text), boardId: row.prompt.boardId }));
  },
});

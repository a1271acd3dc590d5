import { z } from "zod";
import { titleOf } from "@/lib/domain/prompt/title";
import { isFinished, RUN_STATUSES, type RunStatus } from "@/lib/domain/run/states";
import { ListedRun } from "@/lib/domain/run/view";
import { Id, PageRequest, pageOf } from "@/lib/domain/wire";
import { keyset, paged } from "../page";
import { read } from "../read";
import { runInclude, runView } from "./run-view";
import { usualTimes } from "./usual-time";

const IN_FLIGHT = RUN_STATUSES.filter((status) => !isFinished(status));

const IDS_AT_ONCE = 100;

/** Runs of the workspace, newest first; `inFlight` is what the run tray shows, `mine` and `ids` what a person is told of. */
export const listRuns = read({
  verb: "run.list",
  permission: "workspace.read",
  input: z.strictObject({
    ...PageRequest,
    projectId: Id.optional(),
    inFlight: z.boolean().default(false),
    mine: z.boolean().default(false).meta({ description: "Only what one asked for oneself." }),
    ids: z.array(Id).max(IDS_AT_ONCE).optional().meta({ description: "Only these; unknown ids are left out." }),
  }),
  output: pageOf(ListedRun),
  async run({ db, actor, now }, { cursor, limit, projectId, inFlight, mine, ids }) {
    const rows = await db.run.findMany({
      where: {
        workspaceId: actor.workspaceId,
        ...(projectId === undefined ? {} : { projectId }),
        ...(inFlight ? { status: { in: IN_FLIGHT } } : {}),
        ...(mine && actor.kind !== "system" ? { requestedById: actor.memberId } : {}),
        // A page's cursor is on the id as well.
        AND: [keyset(cursor), ids === undefined ? {} : { id: { in: ids } }],
      },
      orderBy: { id: "desc" },
      take: limit + 1,
      include: { ...runInclude, prompt: { select: { controls: true, text: true, boardId: true, cell: { select: { gridId: true } } } } },
    });
    const isOpen = (row: { readonly status: RunStatus }) => !isFinished(row.status);
    const usualMs = await usualTimes(db, actor.workspaceId, rows.filter(isOpen), now);
    return paged(rows, limit, (row) => {
      const { text, boardId, cell } = row.prompt;
      return {
        ...runView(row),
        title: titleOf(text),
        boardId,
        cellOf: cell?.gridId ?? null,
        usualMs: isOpen(row) ? usualMs(row) : null,
      };
    });
  },
});

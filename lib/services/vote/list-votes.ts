import { z } from "zod";
import { VoteView } from "@/lib/domain/vote/view";
import { Id, PageRequest, pageOf } from "@/lib/domain/wire";
import { keyset, paged } from "../page";
import { read } from "../read";
import { voteInclude, voteSummary } from "./vote-view";

/** Votes of the workspace, or of one project, newest first; without their results, which each vote's own page reads. */
export const listVotes = read({
  verb: "vote.list",
  permission: "workspace.read",
  input: z.strictObject({ ...PageRequest, projectId: Id.optional() }),
  output: pageOf(VoteView.omit({ result: true })),
  async run({ db, actor }, { cursor, limit, projectId }) {
    const rows = await db.vote.findMany({
      where: { workspaceId: actor.workspaceId, ...(projectId === undefined ? {} : { projectId }), ...keyset(cursor) },
      orderBy: { id: "desc" },
      take: limit + 1,
      include: voteInclude,
    });
    return paged(rows, limit, (row) => voteSummary(actor, row));
  },
});

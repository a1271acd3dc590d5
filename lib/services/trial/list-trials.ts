import { z } from "zod";
import { TrialSummary } from "@/lib/domain/trial/view";
import { Id, PageRequest, pageOf } from "@/lib/domain/wire";
import { keyset, paged } from "../page";
import { read } from "../read";
import { trialInclude, trialSummary } from "./trial-view";

/** Trials of the workspace, or of one pattern, version or eval set; newest first. */
export const listTrials = read({
  verb: "trial.list",
  permission: "workspace.read",
  input: z.strictObject({ ...PageRequest, patternId: Id.optional(), versionId: Id.optional(), evalSetId: Id.optional() }),
  output: pageOf(TrialSummary),
  async run({ db, actor }, { cursor, limit, patternId, versionId, evalSetId }) {
    const rows = await db.trial.findMany({
      where: {
        workspaceId: actor.workspaceId,
        ...(patternId === undefined ? {} : { patternVersion: { patternId } }),
        ...(versionId === undefined ? {} : { patternVersionId: versionId }),
        ...(evalSetId === undefined ? {} : { evalSetId }),
        // Trial ids are chosen by whoever starts them; their grid's prompt sorts by time.
        ...(cursor === undefined ? {} : { grid: { promptId: keyset(cursor).id ?? {} } }),
      },
      orderBy: { grid: { promptId: "desc" } },
      take: limit + 1,
      include: trialInclude,
    });
    const viewer = actor.kind === "system" ? null : actor.memberId;
    const page = paged(
      rows.map((trial) => ({ id: trial.grid.promptId, trial })),
      limit,
      ({ trial }) => trialSummary(trial, viewer),
    );
    return page;
  },
});

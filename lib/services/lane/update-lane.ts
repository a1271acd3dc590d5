import { z } from "zod";
import { isUniqueViolation } from "@/lib/db/conflict";
import { AppError } from "@/lib/domain/errors";
import { LaneEdit, LaneView } from "@/lib/domain/lane/lane";
import { Id, Version } from "@/lib/domain/wire";
import { checkTemplate } from "../review/check-terms";
import { write } from "../write";
import { laneView } from "./lane-view";

/** A lead changes what a lane allows and what its cards start from. Cards that exist keep their terms. */
export const updateLane = write({
  verb: "lane.update",
  permission: "lane.write",
  input: z.strictObject({ laneId: Id, version: Version, change: LaneEdit }),
  output: LaneView,
  async run({ tx, actor }, { laneId, version, change }) {
    const { workspaceId } = actor;
    const { cardTemplates, name, allowedEngines, policy, requiresDraft, evidenceRule, remindHours, escalateHours } = change;
    const before = await tx.lane.findFirst({ where: { id: laneId, workspaceId, archivedAt: null } });
    if (!before) throw new AppError("NOT_FOUND", "This lane does not exist.");
    const lanes = { allowedEngines: allowedEngines ?? before.allowedEngines };
    for (const template of cardTemplates ?? []) await checkTemplate(tx, workspaceId, template, lanes);
    const [lane] = await tx.lane
      .updateManyAndReturn({
        where: { id: laneId, version },
        data: {
          version: { increment: 1 },
          ...(name === undefined ? {} : { name }),
          ...(allowedEngines === undefined ? {} : { allowedEngines }),
          ...(policy === undefined ? {} : { policy }),
          ...(requiresDraft === undefined ? {} : { requiresDraft }),
          ...(remindHours === undefined ? {} : { remindHours }),
          ...(escalateHours === undefined ? {} : { escalateHours }),
          ...(evidenceRule === undefined ? {} : { evidenceRule }),
          ...(cardTemplates === undefined ? {} : { cardTemplates }),
        },
      })
      .catch((error: unknown) => {
        throw isUniqueViolation(error) ? new AppError("CONFLICT", "Another lane has this name.", { cause: error }) : error;
      });
    if (!lane) throw new AppError("CONFLICT", "Somebody changed this lane first. Look at it again and repeat your change.");
    const view = laneView(lane);
    return {
      result: view,
      audit: [
        {
          subjectKind: "lane",
          subjectId: laneId,
          details: { before: JSON.stringify(laneView(before)), after: JSON.stringify(view) },
        },
      ],
      events: [{ kind: "lane", id: laneId, version: view.version, act: "updated" }],
    };
  },
});

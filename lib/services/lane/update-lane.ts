import { z } from "zod";
import { isUniqueViolation } from "@/lib/db/conflict";
import { AppError } from "@/lib/domain/errors";
import { LaneEdit, LaneView } from "@/lib/domain/lane/lane";
import { canOwn } from "@/lib/domain/review/edit-card";
import { REFUSALS } from "@/lib/domain/review/refusal";
import { Id, Version } from "@/lib/domain/wire";
import { checkFallback, roleOfMember } from "../review/check-terms";
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
    const { cardTemplate: template, name, allowedEngines, policy, requiresDraft, evidenceRule } = change;
    if (template?.ownerId && !canOwn(await roleOfMember(tx, workspaceId, template.ownerId)))
      throw new AppError(REFUSALS.owner_cannot_decide.code, REFUSALS.owner_cannot_decide.sentence);
    if (template?.fallbackPath) await checkFallback(tx, workspaceId, template.fallbackPath);
    const before = await tx.lane.findFirst({ where: { id: laneId, workspaceId, archivedAt: null } });
    if (!before) throw new AppError("NOT_FOUND", "This lane does not exist.");
    const [lane] = await tx.lane
      .updateManyAndReturn({
        where: { id: laneId, version },
        data: {
          version: { increment: 1 },
          ...(name === undefined ? {} : { name }),
          ...(allowedEngines === undefined ? {} : { allowedEngines }),
          ...(policy === undefined ? {} : { policy }),
          ...(requiresDraft === undefined ? {} : { requiresDraft }),
          ...(evidenceRule === undefined ? {} : { evidenceRule }),
          ...(template === undefined ? {} : { cardTemplate: template }),
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

import { getLabels } from "@/lib/services/label/get-labels";
import { getChecklist } from "@/lib/services/label/label-checklist";
import { moveLabel } from "@/lib/services/label/move-label";
import { rollBackLabel } from "@/lib/services/label/roll-back-label";
import { procedure } from "../procedure";

const tags = ["Labels"] as const;

export const label = {
  list: procedure(getLabels, {
    method: "GET",
    path: "/patterns/{patternId}/labels",
    summary: "Read where a pattern's labels point, and everything that was done to them",
    tags,
  }),
  checklist: procedure(getChecklist, {
    method: "GET",
    path: "/patterns/{patternId}/labels/{label}/checklist",
    summary: "Read what moving a label to a version takes, line by line",
    tags,
  }),
  move: procedure(moveLabel, {
    method: "PUT",
    path: "/patterns/{patternId}/labels/{label}",
    summary: "Put a label on a version",
    description: "`production` takes enough fresh evidence of this very version, and a lead who did not write it.",
    tags,
  }),
  rollBack: procedure(rollBackLabel, {
    method: "POST",
    path: "/patterns/{patternId}/labels/{label}/roll-backs",
    summary: "Put a label back to where it was before",
    tags,
  }),
};

import { z } from "zod";
import { LabelView } from "@/lib/domain/pattern/label/view";
import { LabelName } from "@/lib/domain/pattern/view";
import { Id } from "@/lib/domain/wire";
import { read } from "../read";
import { loadLabel } from "./label-view";

/** The labels of a pattern: where each points, and everything that was done to it. */
export const getLabels = read({
  verb: "label.list",
  permission: "workspace.read",
  input: z.strictObject({ patternId: Id }),
  output: z.array(LabelView),
  run: ({ db, actor }, { patternId }) => Promise.all(LabelName.options.map((label) => loadLabel(db, actor.workspaceId, patternId, label))),
});

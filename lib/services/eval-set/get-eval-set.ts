import { z } from "zod";
import { EvalSetView } from "@/lib/domain/eval-set/eval-set";
import { Id } from "@/lib/domain/wire";
import { read } from "../read";
import { loadEvalSet } from "./eval-set-view";

export const getEvalSet = read({
  verb: "eval-set.get",
  permission: "workspace.read",
  input: z.strictObject({ evalSetId: Id }),
  output: EvalSetView,
  run: ({ db, actor }, { evalSetId }) => loadEvalSet(db, actor.workspaceId, evalSetId),
});

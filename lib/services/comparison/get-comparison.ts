import { z } from "zod";
import { ComparisonView } from "@/lib/domain/compare/comparison";
import { Id } from "@/lib/domain/wire";
import { read } from "../read";
import { loadComparison } from "./comparison-view";

export const getComparison = read({
  verb: "comparison.get",
  permission: "workspace.read",
  input: z.strictObject({ comparisonId: Id }),
  output: ComparisonView,
  run: ({ db, actor }, { comparisonId }) => loadComparison(db, actor, comparisonId),
});

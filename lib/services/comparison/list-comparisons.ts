import { z } from "zod";
import { ComparisonSummary } from "@/lib/domain/compare/comparison";
import { PageRequest, pageOf } from "@/lib/domain/wire";
import { keyset, paged } from "../page";
import { read } from "../read";
import { comparisonSummary, summaryInclude } from "./comparison-view";

/** The workspace's saved comparisons, newest first. */
export const listComparisons = read({
  verb: "comparison.list",
  permission: "workspace.read",
  input: z.strictObject({ ...PageRequest }),
  output: pageOf(ComparisonSummary),
  async run({ db, actor }, { cursor, limit }) {
    const rows = await db.comparison.findMany({
      where: { workspaceId: actor.workspaceId, archivedAt: null, ...keyset(cursor) },
      orderBy: { id: "desc" },
      take: limit + 1,
      include: summaryInclude,
    });
    return paged(rows, limit, comparisonSummary);
  },
});

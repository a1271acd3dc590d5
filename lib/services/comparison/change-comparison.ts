import { z } from "zod";
import { ComparisonName, ComparisonView, SavedView } from "@/lib/domain/compare/comparison";
import { AppError } from "@/lib/domain/errors";
import { Id } from "@/lib/domain/wire";
import { write } from "../write";
import { loadComparison } from "./comparison-view";

/** Gives a comparison another name or another view, or puts it away and brings it back. Its pictures stay the same. */
export const changeComparison = write({
  verb: "comparison.change",
  permission: "comparison.write",
  input: z.strictObject({
    comparisonId: Id,
    /** As it was when the change was decided on. */
    version: z.int().min(0),
    name: ComparisonName.optional(),
    view: SavedView.optional(),
    archived: z.boolean().optional(),
  }),
  output: ComparisonView,
  async run({ tx, actor, now }, { comparisonId, version, name, view, archived }) {
    const before = await loadComparison(tx, actor, comparisonId);
    const { count } = await tx.comparison.updateMany({
      where: { id: comparisonId, workspaceId: actor.workspaceId, version },
      data: {
        ...(name === undefined ? {} : { name }),
        ...(view === undefined ? {} : { view }),
        ...(archived === undefined ? {} : { archivedAt: archived ? now : null }),
        version: version + 1,
      },
    });
    if (count === 0) throw new AppError("CONFLICT", "Somebody changed this comparison in the meantime. Look again.");
    const act = archived === undefined ? "changed" : archived ? "archived" : "restored";
    return {
      result: await loadComparison(tx, actor, comparisonId),
      audit: [{ subjectKind: "comparison", subjectId: comparisonId, details: { act, before: before.name, after: name ?? before.name } }],
      events: [{ kind: "comparison", id: comparisonId, version: version + 1, act }],
    };
  },
});

import { z } from "zod";
import { ComparisonView } from "@/lib/domain/compare/comparison";
import { AppError } from "@/lib/domain/errors";
import { Id } from "@/lib/domain/wire";
import { personOf } from "../person";
import { write } from "../write";
import { loadComparison } from "./comparison-view";

/** Takes one's own words on a comparison back. The trail keeps them. */
export const removeComparisonComment = write({
  verb: "comparison.remove-comment",
  permission: "comparison.write",
  input: z.strictObject({ comparisonId: Id, commentId: Id }),
  output: ComparisonView,
  async run({ tx, actor, now }, { comparisonId, commentId }) {
    const { memberId } = personOf(actor);
    const { version } = await loadComparison(tx, actor, comparisonId);
    const comment = await tx.comparisonComment.findFirst({ where: { id: commentId, comparisonId } });
    if (!comment) throw new AppError("NOT_FOUND", "This comment does not exist.");
    if (comment.authorId !== memberId) throw new AppError("FORBIDDEN", "Only the person who wrote a comment takes it back.");
    const { count } = await tx.comparisonComment.updateMany({ where: { id: commentId, removedAt: null }, data: { removedAt: now } });
    if (count === 0) return { result: await loadComparison(tx, actor, comparisonId), unchanged: true as const };
    return {
      result: await loadComparison(tx, actor, comparisonId),
      audit: [{ subjectKind: "comparison", subjectId: comparisonId, details: { commentId, before: comment.body } }],
      events: [{ kind: "comparison", id: comparisonId, version, act: "comment-removed" }],
    };
  },
});

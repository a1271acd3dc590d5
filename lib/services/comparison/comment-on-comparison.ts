import { z } from "zod";
import { ComparisonCommentBody, ComparisonView, MAX_COMMENTS_A_COMPARISON } from "@/lib/domain/compare/comparison";
import { AppError } from "@/lib/domain/errors";
import { Id } from "@/lib/domain/wire";
import { personOf } from "../person";
import { write } from "../write";
import { loadComparison } from "./comparison-view";

export const commentOnComparison = write({
  verb: "comparison.comment",
  permission: "comparison.write",
  input: z.strictObject({ comparisonId: Id, body: ComparisonCommentBody }),
  output: ComparisonView,
  async run({ tx, actor }, { comparisonId, body }) {
    const { memberId } = personOf(actor);
    const { version, comments } = await loadComparison(tx, actor, comparisonId);
    if (comments.length >= MAX_COMMENTS_A_COMPARISON)
      throw new AppError("CONFLICT", `A comparison holds at most ${MAX_COMMENTS_A_COMPARISON} comments. Save it again to go on.`);
    const { id } = await tx.comparisonComment.create({ data: { comparisonId, authorId: memberId, body }, select: { id: true } });
    return {
      result: await loadComparison(tx, actor, comparisonId),
      audit: [{ subjectKind: "comparison", subjectId: comparisonId, details: { commentId: id, body } }],
      events: [{ kind: "comparison", id: comparisonId, version, act: "commented" }],
    };
  },
});

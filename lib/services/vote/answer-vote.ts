import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { MAX_SHOWN } from "@/lib/domain/vote/ballot";
import { VoterView } from "@/lib/domain/vote/view";
import { Id } from "@/lib/domain/wire";
import { personOf } from "../person";
import { write } from "../write";
import { seatOf, takeSeat } from "./voter-view";

/**
 * Answers a voter's open question, once, and brings the next. The same answer again – a double click, a repeated request
 * – changes nothing; another answer to a question that was answered is refused, because its pictures are gone by then.
 */
export const answerVote = write({
  verb: "vote.answer",
  permission: "variant.choose",
  input: z.strictObject({
    voteId: Id,
    questionId: Id,
    /** Which picture from the left, from 1; 0 = as good as each other. */
    choice: z.int().min(0).max(MAX_SHOWN),
  }),
  output: VoterView,
  async run({ tx, actor, now }, { voteId, questionId, choice }) {
    const { workspaceId, memberId } = personOf(actor);
    const { projectId, version } = await takeSeat(tx, workspaceId, voteId, memberId);
    const question = await tx.voteQuestion.findFirst({ where: { id: questionId, voteId, memberId } });
    if (!question) throw new AppError("NOT_FOUND", "This question is not before you any more.");
    if (choice > question.shown.length) throw new AppError("BAD_INPUT", `There are ${question.shown.length} pictures to choose from.`);
    const chosenId = choice === 0 ? null : (question.shown[choice - 1] ?? null);
    const { count } = await tx.voteQuestion.updateMany({
      where: { id: questionId, answeredAt: null },
      data: { answeredAt: now, chosenId },
    });
    if (count === 0 && question.chosenId !== chosenId)
      throw new AppError("CONFLICT", "You answered this question already. Take it back to answer otherwise.");
    const result = await seatOf(tx, workspaceId, voteId, memberId);
    if (count === 0) return { result, unchanged: true as const };
    return {
      result,
      audit: [{ subjectKind: "vote", subjectId: voteId, details: { question: question.number, choice } }],
      events: [{ kind: "vote", id: voteId, version, projectId, act: "answered" }],
    };
  },
});

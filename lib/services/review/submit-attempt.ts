import { z } from "zod";
import { currentAttempt } from "@/lib/domain/review/card";
import { GoalValues } from "@/lib/domain/review/goal";
import { isRefusal } from "@/lib/domain/review/refusal";
import { isOwnSubmission, submitAttempt as submit } from "@/lib/domain/review/submit-attempt";
import { CardMoved } from "@/lib/domain/review/view";
import { Id } from "@/lib/domain/wire";
import { write } from "../write";
import { changeCard, happened, personAt, unlessDone } from "./change-card";
import { Note } from "./input";
import { readyToSubmit, settledNow } from "./ready-to-submit";
import { loadSubmission, lookAt, sentOf } from "./submission";

/** Submits a variant or a file to a card. Every attempt after the first uses a retry. */
export const submitAttempt = write({
  verb: "card.submit",
  permission: "card.write",
  input: z.strictObject({
    cardId: Id,
    /** Exactly one of the two. */
    variantId: Id.optional(),
    assetId: Id.optional(),
    note: Note,
    values: GoalValues.default({}).meta({ description: "What stands for variables of a draft's goal that are still open." }),
    seenAttempt: z.int().min(0).meta({ description: "Number of the newest attempt you have looked at; 0 when there is none." }),
  }),
  output: CardMoved.extend({ attemptId: Id }),
  async run(context, { cardId, variantId, assetId, note, values, seenAttempt }) {
    const { tx, actor, now } = context;
    const { memberId } = personAt(actor);
    const submission = await loadSubmission(tx, actor.workspaceId, sentOf(variantId, assetId), { memberId, note });
    const submitting = changeCard(context, cardId, async (card, { lane }) => {
      const ready = await readyToSubmit(context, card, values);
      return isRefusal(ready) ? ready : submit(ready, submission, lane, seenAttempt, now);
    });
    return submitting.then(
      (changed) => {
        const written = happened(changed, "submitted", {
          attemptId: submission.id,
          attempt: changed.after.attempts.length,
          contentHash: submission.contentHash,
          variantId: submission.variantId,
          retriesUsed: changed.after.retriesUsed,
          ...settledNow(changed),
        });
        return {
          ...written,
          result: { ...written.result, attemptId: submission.id },
          jobs: [lookAt(actor.workspaceId, submission)],
        };
      },
      async (refusal: unknown) => {
        let attemptId = submission.id;
        const done = await unlessDone(context, cardId, refusal, (card) => {
          attemptId = currentAttempt(card)?.id ?? attemptId;
          return isOwnSubmission(card, submission, seenAttempt);
        });
        return { ...done, result: { ...done.result, attemptId } };
      },
    );
  },
});

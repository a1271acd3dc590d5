import { z } from "zod";
import { currentAttempt } from "@/lib/domain/review/card";
import { GoalValues } from "@/lib/domain/review/goal";
import { isOwnSubmission } from "@/lib/domain/review/submit-attempt";
import { CardMoved } from "@/lib/domain/review/view";
import { Id } from "@/lib/domain/wire";
import { write } from "../write";
import { personAt, unlessDone } from "./change-card";
import { Note } from "./input";
import { loadSubmission, sentOf } from "./submission";
import { submitTo } from "./submit-to";

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
    const { tx, actor } = context;
    const by = personAt(actor);
    const submission = await loadSubmission(tx, actor.workspaceId, sentOf(variantId, assetId), { ...by, note });
    return submitTo(context, cardId, { submission, values, seenAttempt }).catch(async (refusal: unknown) => {
      let attemptId = submission.id;
      const done = await unlessDone(context, cardId, refusal, (card) => {
        attemptId = currentAttempt(card)?.id ?? attemptId;
        return isOwnSubmission(card, submission, seenAttempt);
      });
      return { ...done, result: { ...done.result, attemptId } };
    });
  },
});

import type { GoalValues } from "@/lib/domain/review/goal";
import { isRefusal } from "@/lib/domain/review/refusal";
import { type Submission, submitAttempt } from "@/lib/domain/review/submit-attempt";
import type { CardMoved } from "@/lib/domain/review/view";
import type { Job } from "@/lib/jobs/contracts";
import type { WriteContext, Written } from "../write";
import { changeCard, happened } from "./change-card";
import { readyToSubmit, settledNow } from "./ready-to-submit";
import { lookAt } from "./submission";

export type Submitted = Written<CardMoved & { readonly attemptId: string }> & { readonly jobs: readonly Job[] };

/** Submits to a card, within a transaction that may do more. `seenAttempt` is the newest attempt the submitter has looked at. */
export async function submitTo(
  context: WriteContext,
  cardId: string,
  { submission, values, seenAttempt }: { readonly submission: Submission; readonly values: GoalValues; readonly seenAttempt: number },
): Promise<Submitted> {
  const changed = await changeCard(context, cardId, async (card, { lane }) => {
    const ready = await readyToSubmit(context, card, values);
    return isRefusal(ready) ? ready : submitAttempt(ready, submission, lane, seenAttempt, context.now);
  });
  const asset = await context.tx.asset.findUnique({ where: { id: submission.assetId }, select: { fileName: true } });
  const written = happened(changed, "submitted", {
    attemptId: submission.id,
    attempt: changed.after.attempts.length,
    ...(asset ? { file: asset.fileName } : {}),
    contentHash: submission.contentHash,
    variantId: submission.variantId,
    retriesUsed: changed.after.retriesUsed,
    ...(submission.options.length > 1 ? { options: submission.options.length } : {}),
    ...settledNow(changed),
  });
  const seen = submission.options.length > 1 ? submission.options : [submission];
  return {
    ...written,
    result: { ...written.result, attemptId: submission.id },
    jobs: seen.map((each) => lookAt(context.actor.workspaceId, each)),
  };
}

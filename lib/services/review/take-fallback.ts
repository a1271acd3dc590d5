import { z } from "zod";
import { isFallbackUnderWay, takeFallback as take } from "@/lib/domain/review/at-the-limit";
import { currentAttempt, type ReviewCard } from "@/lib/domain/review/card";
import { isRefusal } from "@/lib/domain/review/refusal";
import { submitAttempt } from "@/lib/domain/review/submit-attempt";
import { CardMoved } from "@/lib/domain/review/view";
import { Id } from "@/lib/domain/wire";
import { didBefore } from "../did-before";
import { write } from "../write";
import { changeCard, happened, personAt, unlessDone } from "./change-card";
import { Note } from "./input";
import { makeFallback } from "./make-fallback";
import { loadSubmission, lookAt } from "./submission";

/**
 * At the limit the agreed path is taken, once. A library picture is submitted at once; another engine or pattern runs the
 * recipe, and its picture is submitted when it is there; by hand, the card waits for a file; `stop` ends it.
 */
export const takeFallback = write({
  verb: "card.take-fallback",
  permission: "card.exhausted",
  input: z.strictObject({ cardId: Id, note: Note }),
  output: CardMoved.extend({
    runId: Id.nullable().meta({ description: "The run whose picture becomes the next attempt by itself." }),
    whyNot: z
      .string()
      .nullable()
      .meta({ description: "Why somebody has to make that attempt; null when a run makes it, or none is needed." }),
  }),
  async run(context, { cardId, note }) {
    const { tx, actor, now } = context;
    const by = personAt(actor);
    const { memberId } = by;
    const taking = changeCard(context, cardId, async (card, { lane }) => {
      const taken = take(card, by, now);
      if (isRefusal(taken) || card.fallbackPath?.kind !== "library-asset") return taken;
      const submission = await loadSubmission(tx, actor.workspaceId, card.fallbackPath, { memberId, note });
      return submitAttempt(taken, submission, lane, taken.attempts.length, now);
    });
    return taking.then(
      async (changed) => {
        const path = changed.before.card.fallbackPath;
        const submitted = path?.kind === "library-asset" ? currentAttempt(changed.after) : null;
        const { runId, whyNot, ...made } = await makeFallback(context, changed);
        const details = { path: path?.kind ?? "", target: JSON.stringify(path), note, runId, whyNot, maker: changed.after.makerId };
        const taken = happened(changed, "fallback-taken", details);
        return {
          result: { ...taken.result, runId, whyNot },
          audit: [...taken.audit, ...made.audit],
          events: [...(taken.events ?? []), ...(made.events ?? [])],
          jobs: [...(made.jobs ?? []), ...(submitted ? [lookAt(actor.workspaceId, submitted)] : [])],
        };
      },
      async (refusal: unknown) => {
        const isDone = async (card: ReviewCard) =>
          isFallbackUnderWay(card) && (await didBefore(tx, actor, "card.take-fallback", cardId, { note }));
        const done = await unlessDone(context, cardId, refusal, isDone);
        const run = await tx.run.findFirst({ where: { cardId, opensAttempt: true }, orderBy: { id: "desc" }, select: { id: true } });
        return { ...done, result: { ...done.result, runId: run?.id ?? null, whyNot: null } };
      },
    );
  },
});

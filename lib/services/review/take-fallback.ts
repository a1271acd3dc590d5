import { z } from "zod";
import { isFallbackUnderWay, takeFallback as take } from "@/lib/domain/review/at-the-limit";
import { isRefusal } from "@/lib/domain/review/refusal";
import { submitAttempt } from "@/lib/domain/review/submit-attempt";
import { CardMoved } from "@/lib/domain/review/view";
import { Id } from "@/lib/domain/wire";
import { didBefore } from "../did-before";
import { write } from "../write";
import { changeCard, happened, personAt, unlessDone } from "./change-card";
import { Note } from "./input";
import { loadSubmission } from "./submission";

/**
 * At the limit the agreed path is taken, once: a library picture is submitted at once, `stop` ends the card, and every
 * other path sends it back to work with one attempt that is not a retry.
 */
export const takeFallback = write({
  verb: "card.take-fallback",
  permission: "card.exhausted",
  input: z.strictObject({ cardId: Id, note: Note }),
  output: CardMoved,
  async run(context, { cardId, note }) {
    const { tx, actor, now } = context;
    const { memberId } = personAt(actor);
    const taking = changeCard(context, cardId, async (card, { lane }) => {
      const taken = take(card, now);
      if (isRefusal(taken) || card.fallbackPath?.kind !== "library-asset") return taken;
      const submission = await loadSubmission(tx, actor.workspaceId, card.fallbackPath, { memberId, note });
      return submitAttempt(taken, submission, lane, taken.attempts.length, now);
    });
    return taking.then(
      (changed) => {
        const path = changed.before.card.fallbackPath;
        return happened(changed, "fallback-taken", { path: path?.kind ?? "", target: JSON.stringify(path), note });
      },
      (refusal: unknown) =>
        unlessDone(
          context,
          cardId,
          refusal,
          (card) => isFallbackUnderWay(card) && didBefore(tx, actor, "card.take-fallback", cardId, { note }),
        ),
    );
  },
});

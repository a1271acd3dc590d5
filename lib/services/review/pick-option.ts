import { z } from "zod";
import { isPicked, pickOption as pick } from "@/lib/domain/review/pick-option";
import { CardMoved } from "@/lib/domain/review/view";
import { Id } from "@/lib/domain/wire";
import { write } from "../write";
import { changeCard, happened, personAt, unlessDone } from "./change-card";

/** Whoever decides chooses one of the pictures an attempt offers. */
export const pickOption = write({
  verb: "card.pick-option",
  permission: "card.decide",
  input: z.strictObject({ cardId: Id, attemptId: Id, assetId: Id }),
  output: CardMoved,
  async run(context, { cardId, attemptId, assetId }) {
    const by = personAt(context.actor);
    return changeCard(context, cardId, (card) => pick(card, attemptId, assetId, by, context.now)).then(
      (changed) => {
        const contentHash = changed.after.attempts.at(-1)?.contentHash ?? "";
        return happened(changed, "option-picked", { attemptId, assetId, contentHash });
      },
      (refusal: unknown) => unlessDone(context, cardId, refusal, (card) => isPicked(card, attemptId, assetId)),
    );
  },
});

import { z } from "zod";
import { waiveRetry as waive } from "@/lib/domain/review/at-the-limit";
import { CardMoved } from "@/lib/domain/review/view";
import { Id } from "@/lib/domain/wire";
import { didBefore } from "../did-before";
import { write } from "../write";
import { changeCard, happened, personAt, unlessDone } from "./change-card";
import { Reason } from "./input";

/** At the limit a lead grants one more retry, with a reason. */
export const waiveRetry = write({
  verb: "card.waive-retry",
  permission: "card.waive",
  input: z.strictObject({ cardId: Id, reason: Reason }),
  output: CardMoved,
  async run(context, { cardId, reason }) {
    const { tx, actor } = context;
    const by = personAt(actor);
    return changeCard(context, cardId, (card) => waive(card, by, reason)).then(
      (changed) => happened(changed, "retry-waived", { reason, waivedRetries: changed.after.waivedRetries }),
      // The retry that was granted last is this person's, and nobody has used it up: otherwise the card would take another.
      (refusal: unknown) =>
        unlessDone(context, cardId, refusal, ({ waivedRetries }) =>
          didBefore(tx, actor, "card.waive-retry", cardId, { reason, waivedRetries }),
        ),
    );
  },
});

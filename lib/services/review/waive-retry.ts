import { z } from "zod";
import { waiveRetry as waive } from "@/lib/domain/review/at-the-limit";
import { CardMoved } from "@/lib/domain/review/view";
import { Id } from "@/lib/domain/wire";
import { write } from "../write";
import { changeCard, happened, personAt } from "./change-card";
import { Reason } from "./input";

/** At the limit a lead grants one more retry, with a reason. */
export const waiveRetry = write({
  verb: "card.waive-retry",
  permission: "card.waive",
  input: z.strictObject({ cardId: Id, reason: Reason }),
  output: CardMoved,
  async run(context, { cardId, reason }) {
    const by = personAt(context.actor);
    const changed = await changeCard(context, cardId, (card) => waive(card, by, reason));
    return happened(changed, "retry-waived", { reason, waivedRetries: changed.after.waivedRetries });
  },
});

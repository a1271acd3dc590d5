import { z } from "zod";
import { stopCard as stop } from "@/lib/domain/review/at-the-limit";
import { CardMoved } from "@/lib/domain/review/view";
import { Id } from "@/lib/domain/wire";
import { didBefore } from "../did-before";
import { write } from "../write";
import { changeCard, happened, personAt, unlessDone } from "./change-card";
import { Reason } from "./input";

/** Gives the deliverable up, with a reason. */
export const stopCard = write({
  verb: "card.stop",
  permission: "card.exhausted",
  input: z.strictObject({ cardId: Id, reason: Reason }),
  output: CardMoved,
  async run(context, { cardId, reason }) {
    const { tx, actor } = context;
    const by = personAt(actor);
    return changeCard(context, cardId, (card) => stop(card, by, reason)).then(
      (changed) => happened(changed, "stopped", { reason }),
      (refusal: unknown) =>
        unlessDone(context, cardId, refusal, (card) => card.status === "stopped" && didBefore(tx, actor, "card.stop", cardId, { reason })),
    );
  },
});

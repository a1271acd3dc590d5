import { z } from "zod";
import { stopCard as stop } from "@/lib/domain/review/at-the-limit";
import { CardMoved } from "@/lib/domain/review/view";
import { Id } from "@/lib/domain/wire";
import { write } from "../write";
import { changeCard, happened, personAt } from "./change-card";
import { Reason } from "./input";

/** Gives the deliverable up, with a reason. */
export const stopCard = write({
  verb: "card.stop",
  permission: "card.exhausted",
  input: z.strictObject({ cardId: Id, reason: Reason }),
  output: CardMoved,
  async run(context, { cardId, reason }) {
    const by = personAt(context.actor);
    return happened(await changeCard(context, cardId, (card) => stop(card, by, reason)), "stopped", { reason });
  },
});

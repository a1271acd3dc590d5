import { z } from "zod";
import { removeDefect as takeBack } from "@/lib/domain/review/mark-defects";
import { CardMoved } from "@/lib/domain/review/view";
import { Id } from "@/lib/domain/wire";
import { write } from "../write";
import { changeCard, happened, personAt } from "./change-card";

/** Takes a defect back while its attempt is under review. The trail keeps that it was there. */
export const removeDefect = write({
  verb: "card.remove-defect",
  permission: "card.decide",
  input: z.strictObject({ cardId: Id, defectId: Id }),
  output: CardMoved,
  async run(context, { cardId, defectId }) {
    const by = personAt(context.actor);
    return happened(await changeCard(context, cardId, (card) => takeBack(card, defectId, by)), "defect-removed", { defectId });
  },
});

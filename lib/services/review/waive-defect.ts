import { z } from "zod";
import { waiveDefect as waive } from "@/lib/domain/review/mark-defects";
import { CardMoved } from "@/lib/domain/review/view";
import { Id } from "@/lib/domain/wire";
import { write } from "../write";
import { changeCard, happened, personAt } from "./change-card";
import { Reason } from "./input";

/** A lead lets a defect outside the acceptable list pass, with a reason. */
export const waiveDefect = write({
  verb: "card.waive-defect",
  permission: "card.waive",
  input: z.strictObject({ cardId: Id, defectId: Id, reason: Reason }),
  output: CardMoved,
  async run(context, { cardId, defectId, reason }) {
    const by = personAt(context.actor);
    const changed = await changeCard(context, cardId, (card) => waive(card, defectId, by, reason));
    return happened(changed, "defect-waived", { defectId, reason });
  },
});

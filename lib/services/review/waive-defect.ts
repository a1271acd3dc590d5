import { z } from "zod";
import { isOwnWaiver, waiveDefect as waive } from "@/lib/domain/review/mark-defects";
import { CardMoved } from "@/lib/domain/review/view";
import { Id } from "@/lib/domain/wire";
import { write } from "../write";
import { changeCard, happened, personAt, unlessDone } from "./change-card";
import { Reason } from "./input";

/** A lead lets a defect outside the acceptable list pass, with a reason. */
export const waiveDefect = write({
  verb: "card.waive-defect",
  permission: "card.waive",
  input: z.strictObject({ cardId: Id, defectId: Id, reason: Reason }),
  output: CardMoved,
  async run(context, { cardId, defectId, reason }) {
    const by = personAt(context.actor);
    return changeCard(context, cardId, (card) => waive(card, defectId, by, reason)).then(
      (changed) => happened(changed, "defect-waived", { defectId, reason }),
      (refusal: unknown) => unlessDone(context, cardId, refusal, (card) => isOwnWaiver(card, defectId, by, reason)),
    );
  },
});

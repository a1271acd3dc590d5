import { v7 as newId } from "uuid";
import { z } from "zod";
import { isRechecked, RECHECK_VERDICTS, recheckDefect as recheck } from "@/lib/domain/review/recheck";
import { CardMoved } from "@/lib/domain/review/view";
import { Id } from "@/lib/domain/wire";
import { write } from "../write";
import { changeCard, happened, personAt, unlessDone } from "./change-card";

/** Says whether the attempt under review mended a defect of an earlier one; null takes back what was said. */
export const recheckDefect = write({
  verb: "card.recheck-defect",
  permission: "card.decide",
  input: z.strictObject({ cardId: Id, attemptId: Id, defectId: Id, verdict: z.enum(RECHECK_VERDICTS).nullable() }),
  output: CardMoved,
  async run(context, { cardId, attemptId, defectId, verdict }) {
    const said = { id: newId(), by: personAt(context.actor) };
    return changeCard(context, cardId, (card) => recheck(card, attemptId, defectId, verdict, said)).then(
      (changed) => happened(changed, "defect-rechecked", { attemptId, defectId, verdict }),
      (refusal: unknown) => unlessDone(context, cardId, refusal, (card) => isRechecked(card, attemptId, defectId, verdict)),
    );
  },
});

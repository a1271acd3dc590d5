import { v7 as newId } from "uuid";
import { z } from "zod";
import { DefectMark } from "@/lib/domain/review/defect";
import { recordDefect as mark } from "@/lib/domain/review/mark-defects";
import { CardMoved } from "@/lib/domain/review/view";
import { Id } from "@/lib/domain/wire";
import { checkKinds } from "../defect-kind/check-kinds";
import { write } from "../write";
import { changeCard, happened, personAt } from "./change-card";
import { durationOfCurrent } from "./duration";

/** Marks a defect on the attempt under review. */
export const recordDefect = write({
  verb: "card.record-defect",
  permission: "card.decide",
  input: z.strictObject({ cardId: Id, attemptId: Id, defect: DefectMark }),
  output: CardMoved.extend({ defectId: Id }),
  async run(context, { cardId, attemptId, defect }) {
    const by = personAt(context.actor);
    await checkKinds(context.tx, context.actor.workspaceId, [defect.kind], "to-mark");
    const defectId = newId();
    const changed = await changeCard(context, cardId, async (card) =>
      mark(card, attemptId, defect, { id: defectId, by, durationMs: await durationOfCurrent(context.tx, card) }),
    );
    const written = happened(changed, "defect-marked", { attemptId, defectId, kind: defect.kind, severity: defect.severity });
    return { ...written, result: { ...written.result, defectId } };
  },
});

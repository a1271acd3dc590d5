import { v7 as newId } from "uuid";
import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { HelpAnswer } from "@/lib/domain/help/help";
import { recordDefect } from "@/lib/domain/review/mark-defects";
import { CardMoved } from "@/lib/domain/review/view";
import { Id } from "@/lib/domain/wire";
import { checkKinds } from "../defect-kind/check-kinds";
import { changeCard, happened, personAt } from "../review/change-card";
import { write } from "../write";
import { helpEvent, loadHelp } from "./help-view";
import { AnswerPart, noteUse } from "./mark-help-used";

/** The middle of the picture: where a finding about the whole of it is marked. */
const MIDDLE = { x: 0.5, y: 0.5 } as const;

/**
 * Makes a finding a defect of the attempt it is about. The defect is the person's: a finding is nobody's verdict until somebody makes it
 * theirs. That the words came from a help stays known.
 */
export const recordFinding = write({
  verb: "help.record-finding",
  permission: "card.decide",
  input: z.strictObject({ helpId: Id, finding: AnswerPart, cardId: Id }),
  output: CardMoved.extend({ defectId: Id }),
  async run(context, { helpId, finding: part, cardId }) {
    const { tx, actor } = context;
    const by = personAt(actor);
    const help = await loadHelp(tx, actor.workspaceId, helpId);
    const answer = help.answer === null ? null : HelpAnswer.parse(help.answer);
    const finding = answer?.kind === "critique" ? answer.findings[part] : undefined;
    if (!finding || help.attemptId === null) throw new AppError("NOT_FOUND", "There is no such finding.");
    if (help.used.includes(part)) throw new AppError("CONFLICT", "This finding is a defect already.");
    const { attemptId } = help;
    const { kind, severity, place, sentence: note } = finding;
    await checkKinds(tx, actor.workspaceId, [kind], "to-mark");
    const defectId = newId();
    const mark = { kind, severity, note, ...(place ?? MIDDLE), outline: null, during: null };
    const changed = await changeCard(context, cardId, (card) =>
      recordDefect(card, attemptId, mark, { id: defectId, by, durationMs: null }),
    );
    const used = await noteUse(tx, actor.workspaceId, helpId, part);
    const written = happened(changed, "defect-marked", {
      attemptId,
      defectId,
      kind,
      severity,
      helpId,
      answeredBy: help.modelName ?? "rules",
    });
    return {
      ...written,
      result: { ...written.result, defectId },
      events: [...(written.events ?? []), helpEvent(used, "used")],
    };
  },
});

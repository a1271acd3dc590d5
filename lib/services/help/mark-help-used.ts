import { z } from "zod";
import type { Database as Transaction } from "@/lib/db/client";
import { AppError } from "@/lib/domain/errors";
import { HelpAnswer, HelpView } from "@/lib/domain/help/help";
import { Id } from "@/lib/domain/wire";
import { write } from "../write";
import { helpEvent, helpInclude, helpView, loadHelp } from "./help-view";

/** A part of an answer: the way or finding with this number; 0 for an answer of one part. */
export const AnswerPart = z.int().min(0).max(99);

/** Notes that somebody used a part of an answer: what it was used for is theirs, where the words came from is kept. */
export const markHelpUsed = write({
  verb: "help.use",
  permission: "help.ask",
  input: z.strictObject({ helpId: Id, part: AnswerPart.default(0) }),
  output: HelpView,
  async run({ tx, actor: { workspaceId } }, { helpId, part }) {
    const before = await loadHelp(tx, workspaceId, helpId);
    if (before.used.includes(part)) return { result: helpView(before), unchanged: true };
    const changed = await noteUse(tx, workspaceId, helpId, part);
    return {
      result: helpView(changed),
      audit: [{ subjectKind: "help", subjectId: helpId, details: { part } }],
      events: [helpEvent(changed, "used")],
    };
  },
});

/** Adds a part to those that were used. Once is enough. */
export async function noteUse(tx: Transaction, workspaceId: string, helpId: string, part: number) {
  const { answer, used } = await loadHelp(tx, workspaceId, helpId);
  if (answer === null || part >= partsOf(HelpAnswer.parse(answer))) throw new AppError("CONFLICT", "This help has no such answer to use.");
  return tx.help.update({
    where: { id: helpId },
    data: used.includes(part) ? {} : { used: { push: part }, version: { increment: 1 } },
    include: helpInclude,
  });
}

function partsOf(answer: HelpAnswer): number {
  switch (answer.kind) {
    case "vary":
      return answer.ways.length;
    case "critique":
      return answer.findings.length;
    case "rewrite":
    case "alt-text":
      return 1;
    default:
      return answer satisfies never;
  }
}

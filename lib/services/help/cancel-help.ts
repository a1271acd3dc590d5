import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { HelpView } from "@/lib/domain/help/help";
import { Id } from "@/lib/domain/wire";
import { settleHold } from "../run/hold";
import { write } from "../write";
import { outcomeOf } from "./ask-help";
import { helpEvent, helpInclude, helpView, loadHelp } from "./help-view";

/** Takes back a help that waits: its money is free again. One the language model was asked already is charged, so its answer is kept. */
export const cancelHelp = write({
  verb: "help.cancel",
  permission: "help.ask",
  input: z.strictObject({ helpId: Id }),
  output: HelpView,
  async run({ tx, actor: { workspaceId }, now }, { helpId }) {
    await tx.$queryRaw`SELECT 1 FROM "Help" WHERE "id" = ${helpId}::uuid FOR UPDATE`;
    const help = await loadHelp(tx, workspaceId, helpId);
    if (help.failureKind === "cancelled") return { result: helpView(help), unchanged: true };
    if (help.status !== "asked" || help.projectId === null) throw new AppError("CONFLICT", "This help has its answer already.");
    if (help.intentAt !== null)
      throw new AppError("CONFLICT", "The language model is being asked already. You can go on; its answer is kept.");
    const row = await tx.help.update({
      where: { id: helpId },
      data: {
        ...outcomeOf({ kind: "cancelled", reason: "" }),
        waits: null,
        actualMicros: 0n,
        answeredAt: now,
        version: { increment: 1 },
      },
      include: helpInclude,
    });
    const { projectId, quoteMicros } = help;
    const version = await settleHold(tx, { ...help, projectId }, { chargeMicros: 0n, releaseMicros: quoteMicros }, "helpId");
    return {
      result: helpView(row),
      audit: [{ subjectKind: "help", subjectId: helpId, details: { quoteMicros: quoteMicros.toString() } }],
      events: [helpEvent(row, "cancelled"), { kind: "project", id: projectId, version, projectId, act: "money" }],
    };
  },
});

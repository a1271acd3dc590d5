import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import type { StudioEvent } from "@/lib/domain/event/studio-event";
import type { HelpFailure } from "@/lib/domain/help/failure";
import { type HelpAnswer, HelpRequest, HelpView } from "@/lib/domain/help/help";
import { MicrosText } from "@/lib/domain/money/micros";
import { personOf } from "../person";
import { holdBudget } from "../run/hold";
import { write } from "../write";
import { helpAskedFor } from "./help-subject";
import { helpEvent, helpInclude, helpView } from "./help-view";
import { connectedLanguageModel, planHelp } from "./language-model";

/**
 * Asks for help with words. The rules answer at once; for a language model the quote is held and a worker asks it, once. What came is
 * kept with who asked and who answered, and changes nothing by itself: a person uses it, or not.
 */
export const askHelp = write({
  verb: "help.ask",
  permission: "help.ask",
  input: z.strictObject({
    request: HelpRequest,
    by: z.enum(["best", "rules"]).default("best").meta({ description: "best: the language model where one is connected, else the rules" }),
    quoteMicros: MicrosText.optional().meta({ description: "The price the person saw; refused when it is more by now." }),
  }),
  output: HelpView,
  async run({ tx, actor, now }, { request, by, quoteMicros }) {
    const { workspaceId, memberId } = personOf(actor);
    const asked = await helpAskedFor(tx, workspaceId, request, now);
    const plan = planHelp({ ...asked, hasPicture: asked.assetId !== null, by }, await connectedLanguageModel(tx, workspaceId));
    if (quoteMicros !== undefined && plan.quoteMicros > BigInt(quoteMicros))
      throw new AppError("CONFLICT", "The price changed since you saw it. Look at the new quote and ask again.");
    const { subject, projectId, laneId, attemptId, assetId } = asked;
    const row = await tx.help.create({
      data: {
        workspaceId,
        projectId,
        laneId,
        kind: request.kind,
        by: plan.by,
        sentence: plan.sentence,
        subject,
        attemptId,
        assetId,
        modelName: plan.model?.name ?? null,
        quoteMicros: plan.quoteMicros,
        requestedById: memberId,
        ...(plan.by === "rules" ? { ...outcomeOf(asked.byRules()), actualMicros: 0n, answeredAt: now } : {}),
      },
      include: helpInclude,
    });
    const money: StudioEvent[] = [];
    if (plan.by === "model" && projectId !== null) {
      const version = await holdBudget(tx, { workspaceId, projectId, laneId, requestedById: memberId }, plan.quoteMicros);
      await tx.ledgerEntry.create({ data: { workspaceId, projectId, helpId: row.id, kind: "hold", amountMicros: plan.quoteMicros } });
      money.push({ kind: "project", id: projectId, version, projectId, act: "money" });
    }
    return {
      result: helpView(row),
      audit: [
        {
          subjectKind: "help",
          subjectId: row.id,
          details: { kind: request.kind, by: plan.by, model: plan.model?.name ?? null, quoteMicros: plan.quoteMicros.toString() },
        },
      ],
      events: [helpEvent(row, row.status), ...money],
      jobs: plan.by === "model" ? [{ name: "help.answer", payload: { workspaceId, helpId: row.id } }] : [],
    };
  },
});

/** How an answer, or its absence, stands in the row. */
export function outcomeOf(outcome: HelpAnswer | HelpFailure) {
  return "reason" in outcome
    ? { status: "failed" as const, failureKind: outcome.kind, failureReason: outcome.reason.slice(0, 2_000) }
    : { status: "answered" as const, answer: outcome };
}

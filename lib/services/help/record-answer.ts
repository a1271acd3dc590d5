import { z } from "zod";
import { LANGUAGE_ENGINE_ID } from "@/lib/domain/engine/language";
import { HelpFailure } from "@/lib/domain/help/failure";
import { HelpAnswer } from "@/lib/domain/help/help";
import { believedCost } from "@/lib/domain/money/believed";
import { FailureKind } from "@/lib/domain/run/failure";
import { Id } from "@/lib/domain/wire";
import { noteAnswer } from "../engine/health";
import { settleHold } from "../run/hold";
import { write } from "../write";
import { outcomeOf } from "./ask-help";
import { helpEvent, noSuchHelp } from "./help-view";

const Tokens = z.int().min(0).max(2_147_483_647);

/** The end of a help that was asked of a language model: its answer or why there is none, charge and release, in one transaction and once. */
export const recordAnswer = write({
  verb: "help.answer",
  permission: "help.ask",
  input: z.strictObject({
    helpId: Id,
    outcome: z.union([HelpAnswer, HelpFailure]),
    use: z.strictObject({ input: Tokens, output: Tokens }).nullable(),
    /** What is owed; null: the quote, because nobody can say what it really took. */
    costMicros: z.bigint().nullable(),
    /** What the server's answer says of the server itself; null: nothing was heard of it. */
    said: z.strictObject({ failure: FailureKind.nullable(), retryAfterMs: z.number().nullable() }).nullable(),
  }),
  output: z.strictObject({ helpId: Id }),
  async run({ tx, actor: { workspaceId }, now }, { helpId, outcome, use, costMicros, said }) {
    await tx.$queryRaw`SELECT 1 FROM "Help" WHERE "id" = ${helpId}::uuid FOR UPDATE`;
    const help = await tx.help.findFirst({ where: { id: helpId, workspaceId } });
    if (!help) throw noSuchHelp();
    const { projectId, quoteMicros } = help;
    // A worker that was only slow finds what its successor wrote, and leaves it.
    if (help.status !== "asked" || projectId === null) return { result: { helpId }, unchanged: true };
    const believedMicros = believedCost(costMicros, quoteMicros);
    const chargeMicros = believedMicros ?? quoteMicros;
    const releaseMicros = quoteMicros > chargeMicros ? quoteMicros - chargeMicros : 0n;
    const changed = await tx.help.update({
      where: { id: helpId },
      data: {
        ...outcomeOf(outcome),
        waits: null,
        actualMicros: chargeMicros,
        inputTokens: use?.input ?? null,
        outputTokens: use?.output ?? null,
        answeredAt: now,
        version: { increment: 1 },
      },
    });
    const version = await settleHold(tx, { ...help, projectId }, { chargeMicros, releaseMicros }, "helpId");
    const health = said ? await noteAnswer(tx, { workspaceId, engineId: LANGUAGE_ENGINE_ID }, said, now) : [];
    return {
      result: { helpId },
      audit: [
        {
          subjectKind: "help",
          subjectId: helpId,
          details: {
            status: changed.status,
            failure: changed.failureKind,
            model: help.modelName,
            quoteMicros: quoteMicros.toString(),
            actualMicros: chargeMicros.toString(),
            ...(costMicros === believedMicros ? {} : { notBelievedMicros: `${costMicros}` }),
            inputTokens: use?.input ?? null,
            outputTokens: use?.output ?? null,
          },
        },
      ],
      events: [helpEvent(changed, changed.status), { kind: "project", id: projectId, version, projectId, act: "money" }, ...health],
    };
  },
});

import type { Database } from "@/lib/db/client";
import { LANGUAGE_ENGINE_ID, type LanguageModel, languageModelOf, tokenCost, tokensOf } from "@/lib/domain/engine/language";
import type { HelpBy, HelpQuote } from "@/lib/domain/help/help";
import { NO_LANGUAGE_MODEL, NOBODY_PAYS, RULES_ASKED_FOR } from "@/lib/domain/help/help";
import { type HelpSubject, questionOf } from "@/lib/domain/help/question";
import { ConnectionOptions } from "../engine/connection-row";

/** The language model a workspace is connected to; null when there is none. */
export async function connectedLanguageModel(db: Database, workspaceId: string): Promise<LanguageModel | null> {
  const row = await db.engineConnection.findUnique({
    where: { workspaceId_engineId: { workspaceId, engineId: LANGUAGE_ENGINE_ID } },
    select: { options: true },
  });
  const model = row && languageModelOf(ConnectionOptions.parse(row.options));
  return model === null || typeof model === "string" ? null : model;
}

/** What the form of an answer adds to a question. Characters. */
const FORM_CHARACTERS = 1_200;

/** Who answers, and what it costs before it is asked. */
export interface HelpPlan {
  readonly by: HelpBy;
  readonly sentence: string;
  readonly model: LanguageModel | null;
  readonly leastMicros: bigint;
  readonly quoteMicros: bigint;
}

/** The language model answers where there is one and somebody to pay it, unless the rules are asked for. */
export function planHelp(
  asked: { readonly subject: HelpSubject; readonly hasPicture: boolean; readonly projectId: string | null; readonly by: "best" | "rules" },
  model: LanguageModel | null,
): HelpPlan {
  const byRules = (sentence: string): HelpPlan => ({ by: "rules", sentence, model: null, leastMicros: 0n, quoteMicros: 0n });
  if (model === null) return byRules(NO_LANGUAGE_MODEL);
  if (asked.by === "rules") return byRules(RULES_ASKED_FOR);
  if (asked.projectId === null) return byRules(NOBODY_PAYS);
  const { instructions, material, maxOutputTokens } = questionOf(asked.subject);
  const { least, most } = tokensOf({
    characters: instructions.length + material.length + FORM_CHARACTERS,
    pictures: asked.hasPicture && model.takesPictures ? 1 : 0,
    maxOutputTokens,
  });
  const looks = asked.hasPicture && !model.takesPictures ? ", which does not see the picture" : "";
  return {
    by: "model",
    sentence: `By ${model.name}${looks}.`,
    model,
    leastMicros: tokenCost(model, least),
    quoteMicros: tokenCost(model, most),
  };
}

export function quoteView({ by, sentence, leastMicros, quoteMicros }: HelpPlan): HelpQuote {
  return { by, sentence, leastMicros: leastMicros.toString(), quoteMicros: quoteMicros.toString() };
}

import { z } from "zod";
import { MicrosText } from "@/lib/domain/money/micros";
import { quoteOf } from "@/lib/domain/run/plan";
import { Id } from "@/lib/domain/wire";
import { usableModels } from "../engine/usable-models";
import { loadPrompt, recipeOf } from "../prompt/prompt-view";
import { read } from "../read";
import { loadDraft } from "../run/draft-of";
import { laneOfRun, laneRefusal } from "../run/lane-of-run";
import { elsewhere, lastMade } from "./fallback-recipe";
import { loadCard } from "./load-card";

const NOTHING = { runs: null, whyNot: null } as const;

/** What a path that names an engine would run if it were taken now, and its price: known before anything is spent. */
export const fallbackPlan = read({
  verb: "card.fallback-plan",
  permission: "workspace.read",
  input: z.strictObject({ cardId: Id }),
  output: z.strictObject({
    /** Null where the path runs nothing on an engine, or nothing can be run. */
    runs: z
      .strictObject({
        engineName: z.string(),
        modelName: z.string(),
        /** What is held for it; it costs no more. */
        quoteMicros: MicrosText,
        /** The agreed engine made the attempt that was sent back, so this one runs it instead. */
        isInstead: z.boolean(),
      })
      .nullable(),
    /** Why somebody has to make the attempt by hand; null when it is run, or the path names no engine. */
    whyNot: z.string().nullable(),
  }),
  async run({ db, actor, now }, { cardId }) {
    const { workspaceId } = actor;
    const { card, lane } = await loadCard(db, workspaceId, cardId);
    const { fallbackPath: path } = card;
    if (path?.kind !== "engine") return NOTHING;
    const source = await lastMade(db, card);
    if (!source) return { ...NOTHING, whyNot: "No attempt on this card was made by an engine, so there is no recipe to run again." };
    const before = recipeOf(await loadPrompt(db, workspaceId, source.promptId));
    const found = elsewhere(before, source, { path, lane, models: await usableModels(db, workspaceId) });
    if ("refusal" in found) return { ...NOTHING, whyNot: found.refusal };
    const { recipe, model, insteadOn } = found;
    const quoteMicros = quoteOf(recipe, model.capabilities).mostMicros;
    const draft = await loadDraft(db, workspaceId, source.run.finalOfId);
    const run = { ...recipe.model, quality: recipe.controls.quality, draft, quoteMicros, count: recipe.count };
    const whyNot = await laneRefusal(db, workspaceId, await laneOfRun(db, workspaceId, cardId), run, now);
    if (whyNot) return { ...NOTHING, whyNot };
    const { engineName, capabilities } = model;
    const runs = { engineName, modelName: capabilities.name, quoteMicros: quoteMicros.toString(), isInstead: insteadOn !== null };
    return { runs, whyNot: null };
  },
});

import { z } from "zod";
import { MicrosText } from "@/lib/domain/money/micros";
import { Id } from "@/lib/domain/wire";
import { read } from "../read";
import { loadCard } from "./load-card";
import { planFallback } from "./plan-fallback";

/** What a path that names an engine or a pattern would run if it were taken now, and its price: known before anything is spent. */
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
        /** The version of the agreed pattern that makes it; null where another engine does. */
        pattern: z.strictObject({ name: z.string(), number: z.int() }).nullable(),
      })
      .nullable(),
    /** Why somebody has to make the attempt by hand; null when it is run, or the path runs nothing. */
    whyNot: z.string().nullable(),
  }),
  async run({ db, actor, now }, { cardId }) {
    const { runs, whyNot } = await planFallback(db, actor, await loadCard(db, actor.workspaceId, cardId), now);
    if (!runs) return { runs, whyNot };
    const { model, quoteMicros, insteadOn, pattern } = runs;
    return {
      runs: {
        engineName: model.engineName,
        modelName: model.capabilities.name,
        quoteMicros: quoteMicros.toString(),
        isInstead: insteadOn !== null,
        pattern: pattern && { name: pattern.name, number: pattern.number },
      },
      whyNot,
    };
  },
});

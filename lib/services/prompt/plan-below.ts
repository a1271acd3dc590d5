import { z } from "zod";
import { fits } from "@/lib/domain/money/budget";
import { MicrosText } from "@/lib/domain/money/micros";
import { Reach } from "@/lib/domain/prompt/below";
import { Difference } from "@/lib/domain/prompt/difference";
import { RecipeChange } from "@/lib/domain/prompt/lineage";
import { Id } from "@/lib/domain/wire";
import { read } from "../read";
import { planned } from "./below";

export const BelowPlan = z.strictObject({
  prompts: z.array(
    z.strictObject({
      fromId: Id,
      text: z.string(),
      count: z.int(),
      /** Both the change and the prompt itself changed the same words; whose they are says the reach. */
      collides: z.boolean(),
      /** What it does otherwise than the prompt it is made from. */
      difference: z.array(Difference),
      quoteMicros: MicrosText,
      /** Why it cannot run, as a sentence. */
      refusal: z.string().nullable(),
    }),
  ),
  quoteMicros: MicrosText,
  /** Whether the project's budget covers all of it. */
  fits: z.boolean(),
});

/** A dry run: what would be made again from a prompt downwards with a change at its top, and what it costs. Nothing is written. */
export const planBelowPrompt = read({
  verb: "prompt.plan-below",
  permission: "workspace.read",
  input: z.strictObject({ promptId: Id, change: RecipeChange, reach: Reach.default("inherited") }),
  output: BelowPlan,
  async run({ db, actor }, { promptId, change, reach }) {
    const { prompts, quoteMicros, budget } = await planned(db, actor.workspaceId, promptId, change, reach);
    return {
      prompts: prompts.map(({ fromId, recipe, collides, difference, quoteMicros: quote, refusal }) => ({
        fromId,
        text: recipe.text,
        count: recipe.count,
        collides,
        difference: [...difference],
        quoteMicros: quote.toString(),
        refusal,
      })),
      quoteMicros: quoteMicros.toString(),
      fits: fits(budget, quoteMicros),
    };
  },
});

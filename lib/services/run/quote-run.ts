import { z } from "zod";
import type { Database } from "@/lib/db/client";
import type { Actor } from "@/lib/domain/access/actor";
import { AppError } from "@/lib/domain/errors";
import { fits } from "@/lib/domain/money/budget";
import { MicrosText } from "@/lib/domain/money/micros";
import { Recipe } from "@/lib/domain/prompt/recipe";
import { type CardAct, whyNot } from "@/lib/domain/review/acts";
import { retriesLeft } from "@/lib/domain/review/card";
import { REFUSALS } from "@/lib/domain/review/refusal";
import { mayRunForCard } from "@/lib/domain/review/run-for-card";
import { ActView } from "@/lib/domain/review/view";
import { refusalSentence } from "@/lib/domain/review/what-happened";
import { quoteOf, refusalOf } from "@/lib/domain/run/plan";
import { Id } from "@/lib/domain/wire";
import { usableModel } from "../engine/usable-models";
import { read } from "../read";
import { loadCard } from "../review/load-card";
import { loadNames, peopleOf } from "../review/names";
import { laneOfRun, laneRefusal } from "./lane-of-run";

const WAYS_ON = ["takeFallback", "waiveRetry", "split", "stop"] as const satisfies readonly CardAct[];

/** The price of a recipe in a project, before anything is spent, and whether it may be spent at all. */
export const quoteRun = read({
  verb: "run.quote",
  permission: "workspace.read",
  input: z.strictObject({ projectId: Id, recipe: Recipe, cardId: Id.optional() }),
  output: z.strictObject({
    /** What is held: the run costs no more, unless the provider charges otherwise. */
    quoteMicros: MicrosText,
    /** What it costs at least; equal where the price is fixed. */
    leastMicros: MicrosText,
    /** Whether it could start now as far as the project's budget and the card's limit go. */
    fits: z.boolean(),
    /** Why the recipe cannot run, or null; for a card whose limit is reached, that it is, and what may be done. */
    refusal: z.string().nullable(),
    /** The card it is for: what is left, and at the limit each way on, with why the person asking may not take it. Null without a card. */
    card: z
      .strictObject({
        retriesLeft: z.int(),
        isLimitReached: z.boolean(),
        waysOn: z.array(ActView.extend({ act: z.enum(WAYS_ON) })),
      })
      .nullable(),
  }),
  async run({ db, actor, now }, { projectId, recipe, cardId }) {
    const project = await db.project.findFirst({ where: { id: projectId, workspaceId: actor.workspaceId } });
    if (!project) throw new AppError("NOT_FOUND", "This project does not exist.");
    const model = (await usableModel(db, actor.workspaceId, recipe.model.engineId, recipe.model.modelId))?.capabilities;
    const price = model ? quoteOf(recipe, model) : { leastMicros: 0n, mostMicros: 0n };
    const lane = await laneOfRun(db, actor.workspaceId, cardId ?? null);
    const { quality } = recipe.controls;
    // A recipe by itself is the final of nothing: only finalising a draft is.
    const forLane = { ...recipe.model, quality, draft: null, quoteMicros: price.mostMicros, count: recipe.count };
    const forCard = cardId === undefined ? null : await standingOfCard(db, actor, { projectId, cardId, now });
    const budget = { hardMicros: project.hardBudgetMicros, heldMicros: project.heldMicros, spentMicros: project.spentMicros };
    return {
      quoteMicros: price.mostMicros.toString(),
      leastMicros: price.leastMicros.toString(),
      fits: fits(budget, price.mostMicros) && !forCard?.card.isLimitReached,
      refusal: forCard?.refusal ?? refusalOf(recipe, model) ?? (await laneRefusal(db, actor.workspaceId, lane, forLane, now)),
      card: forCard?.card ?? null,
    };
  },
});

/** Whether a card lets anything be run for it, and at its limit what is left to do: asked as a run asks it, before money is spent. */
async function standingOfCard(
  db: Database,
  actor: Actor,
  { projectId, cardId, now }: { readonly projectId: string; readonly cardId: string; readonly now: Date },
) {
  const loaded = await loadCard(db, actor.workspaceId, cardId);
  if (loaded.projectId !== projectId) throw new AppError("REFUSED", "This card belongs to another project.");
  const { card } = loaded;
  const viewer = actor.kind === "system" ? null : actor;
  const { nameOf } = await loadNames(db, actor.workspaceId, peopleOf(card));
  const refusal = mayRunForCard(card, viewer);
  const isLimitReached = refusal !== null && REFUSALS[refusal].code === "RETRY_LIMIT";
  const waysOn = WAYS_ON.map((act) => {
    const reason = viewer ? whyNot(act, card, viewer, nameOf, now) : "Only a person can do this.";
    return { act, allowed: reason === null, reason };
  });
  return {
    refusal: refusal && refusalSentence(refusal, card, nameOf),
    card: { retriesLeft: retriesLeft(card), isLimitReached, waysOn: isLimitReached ? waysOn : [] },
  };
}

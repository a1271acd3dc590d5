import type { Database } from "@/lib/db/client";
import type { Actor } from "@/lib/domain/access/actor";
import type { CatalogueModel } from "@/lib/domain/engine/capabilities";
import { AppError } from "@/lib/domain/errors";
import { Template } from "@/lib/domain/pattern/template";
import type { Recipe } from "@/lib/domain/prompt/recipe";
import { type FallbackPath, versionToFallBackOn } from "@/lib/domain/review/fallback";
import { quoteOf, refusalOf } from "@/lib/domain/run/plan";
import { usableModels } from "../engine/usable-models";
import { filledVersion } from "../pattern/fill-version";
import { loadPrompt, recipeOf } from "../prompt/prompt-view";
import { loadDraft } from "../run/draft-of";
import { laneOfRun, laneRefusal } from "../run/lane-of-run";
import { elsewhere, type LastMade, lastMade } from "./fallback-recipe";
import type { LoadedCard } from "./load-card";

/** The run a path stands for if it is taken now. */
export interface FallbackRun {
  readonly recipe: Recipe;
  readonly model: CatalogueModel;
  readonly source: LastMade;
  /** What is held for it; it costs no more. */
  readonly quoteMicros: bigint;
  /** The engine it runs on in place of the agreed one, which made the attempt that was sent back; null when it is the agreed one. */
  readonly insteadOn: string | null;
  /** The version that makes it, and what its variables are given; null for another engine. */
  readonly pattern: {
    readonly versionId: string;
    readonly name: string;
    readonly number: number;
    readonly values: Record<string, string>;
  } | null;
}

/** The run a path stands for, or why people have to make the attempt; neither where the path runs nothing. */
export type FallbackPlan = { readonly runs: FallbackRun; readonly whyNot: null } | { readonly runs: null; readonly whyNot: string | null };

type OfCard = Pick<LoadedCard, "id" | "workspaceId" | "card" | "lane">;
type Found = Pick<FallbackRun, "recipe" | "insteadOn" | "pattern"> & { readonly model: CatalogueModel | undefined };

/**
 * What taking the fallback path would run: the recipe of the newest attempt that has one, on the other engine or through
 * the other pattern. Read before it is taken, for its price, and once more when it is.
 */
export async function planFallback(db: Database, actor: Actor, of: OfCard, now: Date): Promise<FallbackPlan> {
  const { card, lane, workspaceId } = of;
  const { fallbackPath: path } = card;
  if (path?.kind !== "engine" && path?.kind !== "pattern") return byHand(null);
  const source = await lastMade(db, card);
  if (!source) return byHand("No attempt on this card was made by an engine, so there is no recipe to run again.");
  if (lane.requiresDraft && (path.kind === "pattern" || source.run.finalOfId === null))
    return byHand("This lane takes finals of a picked draft: make the draft, pick it, and finalise it.");
  try {
    const { recipe, model, ...found } =
      path.kind === "engine" ? await onEngine(db, of, source, path) : await throughPattern(db, actor, of, source, path);
    const refusal = refusalOf(recipe, model?.capabilities);
    if (refusal !== null || !model) return byHand(refusal ?? "The pattern's engine is not connected.");
    const quoteMicros = quoteOf(recipe, model.capabilities).mostMicros;
    const draft = path.kind === "engine" ? await loadDraft(db, workspaceId, source.run.finalOfId) : null;
    const run = { ...recipe.model, quality: recipe.controls.quality, draft, quoteMicros, count: recipe.count };
    const notOnLane = await laneRefusal(db, workspaceId, await laneOfRun(db, workspaceId, of.id), run, now);
    return notOnLane ? byHand(notOnLane) : { runs: { recipe, model, source, quoteMicros, ...found }, whyNot: null };
  } catch (error) {
    // A shelf that is closed to this person, a value the pattern does not take: people have to see to it.
    if (error instanceof AppError) return byHand(error.message);
    throw error;
  }
}

const byHand = (whyNot: string | null) => ({ runs: null, whyNot });

type Making<Kind extends "engine" | "pattern"> = Extract<FallbackPath, { kind: Kind }>;

async function onEngine(db: Database, { workspaceId, lane }: OfCard, source: LastMade, path: Making<"engine">): Promise<Found> {
  const before = recipeOf(await loadPrompt(db, workspaceId, source.promptId));
  const found = elsewhere(before, source, { path, lane, models: await usableModels(db, workspaceId) });
  if ("refusal" in found) throw new AppError("REFUSED", found.refusal);
  return { ...found, pattern: null };
}

/** With the values that were used before, where the pattern knows their names. */
async function throughPattern(
  db: Database,
  actor: Actor,
  { workspaceId, lane }: OfCard,
  source: LastMade,
  { patternId }: Making<"pattern">,
): Promise<Found> {
  const pattern = await db.pattern.findFirst({
    where: { id: patternId, workspaceId, archivedAt: null },
    select: { name: true, versions: { select: { id: true, number: true, template: true, labels: { select: { name: true } } } } },
  });
  if (!pattern) throw new AppError("REFUSED", "The agreed pattern does not exist any more.");
  const versions = pattern.versions.map(({ labels, ...version }) => ({
    ...version,
    isProduction: labels.some((each) => each.name === "production"),
  }));
  const version = versionToFallBackOn(lane, pattern.name, versions);
  if ("refusal" in version) throw new AppError("REFUSED", version.refusal);
  const { patternValues } = await loadPrompt(db, workspaceId, source.promptId);
  const known = new Set(Template.parse(version.template).variables.map(({ name }) => name));
  const used = Object.entries((patternValues ?? {}) as Record<string, string>);
  const values = Object.fromEntries(used.filter(([name]) => known.has(name)));
  const { recipe, model } = await filledVersion(db, actor, { versionId: version.id, values, count: 1 });
  return { recipe, model, insteadOn: null, pattern: { versionId: version.id, name: pattern.name, number: version.number, values } };
}

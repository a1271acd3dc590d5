import { AppError } from "@/lib/domain/errors";
import { Template } from "@/lib/domain/pattern/template";
import { differenceBetween } from "@/lib/domain/prompt/difference";
import type { FallbackPath } from "@/lib/domain/review/fallback";
import type { LaneRules } from "@/lib/domain/review/run-for-card";
import { modelNameOf } from "@/lib/engines/catalogue";
import { usableModels } from "../engine/usable-models";
import { writeFromPattern } from "../pattern/use-pattern";
import { personOf } from "../person";
import { checkReferences } from "../prompt/check-references";
import { loadPrompt, recipeColumns, recipeOf, referenceRows } from "../prompt/prompt-view";
import { queueRun } from "../run/start-run";
import type { AuditEntry, WriteContext, Written } from "../write";
import type { ChangedCard } from "./change-card";
import { elsewhere, type LastMade, lastMade } from "./fallback-recipe";

/** The run that makes a card's last attempt by itself, or why people have to make it. */
export interface MadeByFallback extends Pick<Written<unknown>, "events" | "jobs"> {
  readonly audit: readonly AuditEntry[];
  readonly runId: string | null;
  readonly whyNot: string | null;
  /** The engine it runs on in place of the agreed one, which made the attempt that was sent back; null when it is the agreed one. */
  readonly insteadOn: string | null;
}

const byHand = (whyNot: string | null): MadeByFallback => ({ runId: null, whyNot, insteadOn: null, audit: [] });

type Making = Extract<FallbackPath, { kind: "engine" | "pattern" }>;

/**
 * Runs what was agreed as the way out, after the path was taken and in the same transaction: the recipe of the newest
 * attempt that has one, on the other engine or through the other pattern. What cannot be run is never a dead end: the
 * path stays taken, and the answer says why somebody has to make the attempt by hand.
 */
export async function makeFallback(context: WriteContext, { before, after }: ChangedCard): Promise<MadeByFallback> {
  const path = before.card.fallbackPath;
  if (path?.kind !== "engine" && path?.kind !== "pattern") return byHand(null);
  const source = await lastMade(context.tx, after);
  if (!source) return byHand("No attempt on this card was made by an engine, so there is no recipe to run again.");
  if (before.lane.requiresDraft && (path.kind === "pattern" || source.run.finalOfId === null))
    return byHand("This lane takes finals of a picked draft: make the draft, pick it, and finalise it.");
  try {
    const { insteadOn, ...written } =
      path.kind === "engine"
        ? await onEngine(context, source, { path, lane: before.lane })
        : { ...(await throughPattern(context, source, path)), insteadOn: null };
    const finalOf = path.kind === "engine" && source.run.finalOfId !== null ? { finalOfId: source.run.finalOfId } : {};
    const run = await queueRun(context, { promptId: written.result.id, cardId: before.id }, { ...finalOf, opensAttempt: true });
    return {
      runId: run.result.id,
      whyNot: null,
      insteadOn,
      audit: [...written.audit, ...run.audit],
      events: [...(written.events ?? []), ...(run.events ?? [])],
      jobs: run.jobs ?? [],
    };
  } catch (error) {
    // Money, rights, a lane's rules: all are found out before a run is written.
    if (error instanceof AppError) return byHand(error.message);
    throw error;
  }
}

/** The same recipe on another engine, as a branch of what was submitted. */
async function onEngine(
  { tx, actor }: WriteContext,
  source: LastMade,
  { path, lane }: { readonly path: Extract<Making, { kind: "engine" }>; readonly lane: LaneRules },
) {
  const { workspaceId, memberId } = personOf(actor);
  const parent = await loadPrompt(tx, workspaceId, source.promptId);
  const before = recipeOf(parent);
  const found = elsewhere(before, source, { path, lane, models: await usableModels(tx, workspaceId) });
  if ("refusal" in found) throw new AppError("REFUSED", found.refusal);
  const { recipe, insteadOn } = found;
  await checkReferences(tx, workspaceId, recipe);
  const { id } = await tx.prompt.create({
    data: {
      ...recipeColumns(recipe),
      workspaceId,
      boardId: parent.boardId,
      parentId: parent.id,
      parentVariantId: source.id,
      difference: [...differenceBetween(before, recipe, modelNameOf)],
      createdById: memberId,
      references: { createMany: { data: referenceRows(recipe) } },
    },
    select: { id: true },
  });
  const { boardId, board } = parent;
  return {
    insteadOn,
    result: { id },
    audit: [{ subjectKind: "prompt", subjectId: id, details: { parentId: parent.id, variantId: source.id } }] as const,
    events: [{ kind: "prompt", id, version: 0, boardId, projectId: board.projectId, act: "branched" }] as const,
  };
}

/** The pattern's production version, or its newest, with the values that were used before where it knows their names. */
async function throughPattern(context: WriteContext, source: LastMade, { patternId }: Extract<Making, { kind: "pattern" }>) {
  const { tx, actor } = context;
  const { workspaceId } = personOf(actor);
  const ofPattern = { patternId, pattern: { workspaceId, archivedAt: null } } as const;
  const select = { id: true, template: true } as const;
  const version =
    (await tx.patternVersion.findFirst({ where: { ...ofPattern, labels: { some: { name: "production" } } }, select })) ??
    (await tx.patternVersion.findFirst({ where: ofPattern, orderBy: { number: "desc" }, select }));
  if (!version) throw new AppError("REFUSED", "The agreed pattern does not exist any more.");
  const parent = await loadPrompt(tx, workspaceId, source.promptId);
  const known = new Set(Template.parse(version.template).variables.map(({ name }) => name));
  const used = Object.entries((parent.patternValues ?? {}) as Record<string, string>);
  return writeFromPattern(context, {
    versionId: version.id,
    boardId: parent.boardId,
    values: Object.fromEntries(used.filter(([name]) => known.has(name))),
    place: { kind: "branch", promptId: parent.id, variantId: source.id },
    count: 1,
  });
}

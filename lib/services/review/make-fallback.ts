import { AppError } from "@/lib/domain/errors";
import { differenceBetween } from "@/lib/domain/prompt/difference";
import { modelNameOf } from "@/lib/engines/catalogue";
import { writeFromPattern } from "../pattern/use-pattern";
import { personOf } from "../person";
import { checkReferences } from "../prompt/check-references";
import { loadPrompt, recipeColumns, recipeOf, referenceRows } from "../prompt/prompt-view";
import { queueRun } from "../run/start-run";
import type { AuditEntry, WriteContext, Written } from "../write";
import type { ChangedCard } from "./change-card";
import { type FallbackRun, planFallback } from "./plan-fallback";

/** The run that makes a card's last attempt by itself, or why people have to make it. */
export interface MadeByFallback extends Pick<Written<unknown>, "events" | "jobs"> {
  readonly audit: readonly AuditEntry[];
  readonly runId: string | null;
  readonly whyNot: string | null;
  /** What was planned to make it; null where people do. */
  readonly runs: FallbackRun | null;
}

const byHand = (whyNot: string | null): MadeByFallback => ({ runId: null, whyNot, runs: null, audit: [] });

/**
 * Runs what was agreed as the way out, after the path was taken and in the same transaction. What cannot be run is never
 * a dead end: the path stays taken, and the answer says why somebody has to make the attempt by hand.
 */
export async function makeFallback(context: WriteContext, { before, after }: ChangedCard): Promise<MadeByFallback> {
  const { runs, whyNot } = await planFallback(context.tx, context.actor, { ...before, card: after }, context.now);
  if (!runs) return byHand(whyNot);
  try {
    const written = runs.pattern ? await throughPattern(context, runs, runs.pattern) : await onEngine(context, runs);
    const { finalOfId } = runs.source.run;
    const finalOf = !runs.pattern && finalOfId !== null ? { finalOfId } : {};
    const run = await queueRun(context, { promptId: written.result.id, cardId: before.id }, { ...finalOf, opensAttempt: true });
    return {
      runId: run.result.id,
      whyNot: null,
      runs,
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
async function onEngine({ tx, actor }: WriteContext, { recipe, source }: FallbackRun) {
  const { workspaceId, memberId } = personOf(actor);
  const parent = await loadPrompt(tx, workspaceId, source.promptId);
  await checkReferences(tx, workspaceId, recipe);
  const { id } = await tx.prompt.create({
    data: {
      ...recipeColumns(recipe),
      workspaceId,
      boardId: parent.boardId,
      parentId: parent.id,
      parentVariantId: source.id,
      difference: [...differenceBetween(recipeOf(parent), recipe, modelNameOf)],
      createdById: memberId,
      references: { createMany: { data: referenceRows(recipe) } },
    },
    select: { id: true },
  });
  const { boardId, board } = parent;
  return {
    result: { id },
    audit: [{ subjectKind: "prompt", subjectId: id, details: { parentId: parent.id, variantId: source.id } }] as const,
    events: [{ kind: "prompt", id, version: 0, boardId, projectId: board.projectId, act: "branched" }] as const,
  };
}

async function throughPattern(context: WriteContext, { source }: FallbackRun, { versionId, values }: NonNullable<FallbackRun["pattern"]>) {
  const { tx, actor } = context;
  const { id: promptId, boardId } = await loadPrompt(tx, personOf(actor).workspaceId, source.promptId);
  return writeFromPattern(context, { versionId, boardId, values, place: { kind: "branch", promptId, variantId: source.id }, count: 1 });
}

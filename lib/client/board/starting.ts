import { pixelSize } from "@/lib/domain/prompt/recipe";
import type { PromptView } from "@/lib/domain/prompt/view";
import type { RunView } from "@/lib/domain/run/view";

/**
 * A board's prompts with those that are being started, shown as queued: nobody who pressed Run waits to see it, or is told that
 * nothing has run.
 */
export function withStarting(prompts: readonly PromptView[], starting: ReadonlyMap<string, PromptView>): readonly PromptView[] {
  if (starting.size === 0) return prompts;
  const isWaiting = ({ id, runs }: PromptView) => runs.length === 0 && starting.has(id);
  const there = new Set(prompts.map(({ id }) => id));
  const coming = [...starting.values()].filter(({ id }) => !there.has(id));
  if (coming.length === 0 && !prompts.some(isWaiting)) return prompts;
  return [...prompts, ...coming].map((prompt) => (isWaiting(prompt) ? { ...prompt, frozen: true, runs: [standIn(prompt)] } : prompt));
}

/** Whether a run is only shown ahead of the studio's answer: it cannot be cancelled yet. */
export const isStandIn = ({ id, promptId }: Pick<RunView, "id" | "promptId">) => id === promptId;

/** Only its shape matters: a card keeps the place of the pictures to come. */
const LONG_SIDE = 1024;

function standIn({ id, projectId, recipe: { model, controls, count }, author, createdAt }: PromptView): RunView {
  return {
    id,
    promptId: id,
    projectId,
    status: "queued",
    engineId: model.engineId,
    modelId: model.modelId,
    modelRevision: model.revision,
    quality: controls.quality,
    count,
    seeds: [],
    ...pixelSize(controls.aspectRatio, LONG_SIDE),
    quoteMicros: "0",
    actualMicros: null,
    whyCharged: null,
    progress: {},
    failure: null,
    doubt: null,
    cancelAsked: false,
    requestedBy: author,
    cardId: null,
    replayOf: null,
    switchedFrom: null,
    switchedTo: null,
    version: 0,
    createdAt,
    startedAt: null,
    finishedAt: null,
  };
}

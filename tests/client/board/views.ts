import type { PromptView } from "@/lib/domain/prompt/view";
import { failureSentence } from "@/lib/domain/run/failure";
import type { RunView, VariantView } from "@/lib/domain/run/view";

const ID = "0198f0a4-0000-7000-8000-000000000001";
const AT = "2026-01-05T10:00:00.000Z";

/** A prompt that was not run. */
export function promptView(change: Partial<PromptView> = {}): PromptView {
  return {
    id: ID,
    boardId: ID,
    projectId: ID,
    parentId: null,
    parentVariantId: null,
    modelName: "Sketch",
    recipe: {
      text: "a calm sea",
      negative: "",
      references: [],
      model: { engineId: "sketch", modelId: "sketch", revision: "1" },
      controls: { aspectRatio: "1:1", quality: "draft", settings: {} },
      seeds: { mode: "random" },
      count: 4,
    },
    references: [],
    difference: [],
    pattern: null,
    grid: null,
    cellOf: null,
    frozen: false,
    archived: false,
    author: "Ada",
    version: 1,
    createdAt: AT,
    runs: [],
    variants: [],
    ...change,
  };
}

/** A run that succeeded. */
export function runView(change: Partial<RunView> = {}): RunView {
  return {
    id: ID,
    promptId: ID,
    projectId: ID,
    status: "succeeded",
    engineId: "sketch",
    modelId: "sketch",
    modelRevision: "1",
    quality: "draft",
    count: 1,
    seeds: [7],
    width: 64,
    height: 64,
    quoteMicros: "0",
    whyCharged: null,
    actualMicros: "0",
    progress: {},
    failure: null,
    doubt: null,
    switchedFrom: null,
    replayOf: null,
    switchedTo: null,
    cancelAsked: false,
    requestedBy: "Ada",
    cardId: null,
    version: 1,
    createdAt: AT,
    startedAt: AT,
    finishedAt: AT,
    ...change,
  };
}

/** A run the engine would not do. */
export function refusedRun(change: Partial<RunView> = {}): RunView {
  return runView({
    status: "refused",
    failure: { kind: "refused", reason: "Its words.", sentence: failureSentence("refused") },
    ...change,
  });
}

/** A picture nobody has judged. */
export function variantView(change: Partial<VariantView> = {}): VariantView {
  return {
    id: ID,
    runId: ID,
    promptId: ID,
    assetId: ID,
    index: 0,
    seed: 7,
    flag: "none",
    rating: 0,
    colour: "none",
    width: 64,
    height: 64,
    thumbHash: "",
    video: null,
    quality: "draft",
    finalOf: null,
    final: null,
    contentHash: "",
    version: 1,
    createdAt: AT,
    ...change,
  };
}

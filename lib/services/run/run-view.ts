import type { Asset, Member, Prisma, Prompt, Run, Variant } from "@/lib/db/generated/client";
import type { ModelCapabilities } from "@/lib/domain/engine/capabilities";
import { Controls, pixelSize, Quality } from "@/lib/domain/prompt/recipe";
import { whyCharged } from "@/lib/domain/run/charge";
import { FailureKind, failureSentence } from "@/lib/domain/run/failure";
import { RunProgress } from "@/lib/domain/run/progress";
import { promiseOfReplay } from "@/lib/domain/run/replay";
import type { RunView, VariantView } from "@/lib/domain/run/view";
import { catalogueModel } from "@/lib/engines/catalogue";
import { videoColumns, videoShape } from "../asset/asset-view";

/** What a run's row must bring along to be shown. */
const otherRun = { select: { id: true, engineId: true, modelId: true } } as const;
export const runInclude = {
  requestedBy: { select: { displayName: true } },
  prompt: { select: { controls: true } },
  switchedFrom: otherRun,
  switchedTo: otherRun,
  replayOf: { select: { id: true, promptId: true, run: { select: { modelRevision: true } } } },
  _count: { select: { variants: true } },
} as const;

type OtherRun = Pick<Run, "id" | "engineId" | "modelId">;
export type RunRow = Run & {
  requestedBy: Pick<Member, "displayName">;
  prompt: Pick<Prompt, "controls">;
  switchedFrom: OtherRun | null;
  switchedTo: OtherRun | null;
  replayOf: (Pick<Variant, "id" | "promptId"> & { run: Pick<Run, "modelRevision"> }) | null;
  _count: { readonly variants: number };
};

/** A model that left the catalogue still needs a place on screen for its old runs. */
const FALLBACK_LONG_SIDE = 1024;

export function runView(run: RunRow): RunView {
  const money = { quoteMicros: run.quoteMicros.toString(), actualMicros: run.actualMicros?.toString() ?? null };
  const controls = Controls.parse(run.prompt.controls);
  const quality = Quality.parse(run.quality);
  const model = catalogueModel(run.engineId, run.modelId)?.capabilities;
  const longSide = model?.longSide[quality] ?? FALLBACK_LONG_SIDE;
  const failureKind = FailureKind.safeParse(run.failureKind);
  return {
    id: run.id,
    promptId: run.promptId,
    projectId: run.projectId,
    status: run.status,
    engineId: run.engineId,
    modelId: run.modelId,
    modelRevision: run.modelRevision,
    quality,
    count: run.count,
    seeds: run.seeds.map(Number),
    ...pixelSize(controls.aspectRatio, longSide),
    ...money,
    whyCharged: whyCharged({ ...money, count: run.count, made: run._count.variants }),
    progress: RunProgress.parse(run.progress),
    failure: failureKind.success
      ? { kind: failureKind.data, reason: run.failureReason ?? "", sentence: failureSentence(failureKind.data) }
      : null,
    doubt: run.status === "unknown" ? (run.failureReason ?? "") : null,
    cancelAsked: run.cancelAskedAt !== null,
    requestedBy: run.requestedBy.displayName,
    cardId: run.cardId,
    replayOf: replayOf(run, model),
    switchedFrom: switched(run.switchedFrom),
    switchedTo: switched(run.switchedTo),
    version: run.version,
    createdAt: run.createdAt.toISOString(),
    startedAt: run.startedAt?.toISOString() ?? null,
    finishedAt: run.finishedAt?.toISOString() ?? null,
  };
}

function replayOf(
  { replayOf: replayed, isSameAgain, ...run }: RunRow,
  model: Pick<ModelCapabilities, "deterministic" | "seeds"> | undefined,
): RunView["replayOf"] {
  if (!replayed) return null;
  const { engineId, modelId, modelRevision } = run;
  const promise = promiseOfReplay({ engineId, modelId, revision: replayed.run.modelRevision }, model, modelRevision);
  return { variantId: replayed.id, promptId: replayed.promptId, promise, isSame: isSameAgain };
}

const switched = (run: OtherRun | null) =>
  run && {
    runId: run.id,
    engineId: run.engineId,
    modelId: run.modelId,
    name: catalogueModel(run.engineId, run.modelId)?.capabilities.name ?? run.modelId,
  };

export const variantInclude = {
  asset: { select: { width: true, height: true, thumbHash: true, ...videoColumns } },
  run: { select: { quality: true, finalOfId: true } },
  finals: {
    orderBy: { id: "desc" },
    take: 1,
    select: { id: true, status: true, variants: { take: 1, orderBy: { index: "asc" }, select: { id: true } } },
  },
} as const satisfies Prisma.VariantInclude;

export type VariantRow = Variant & {
  asset: Pick<Asset, "width" | "height" | "thumbHash" | keyof typeof videoColumns>;
  run: Pick<Run, "quality" | "finalOfId">;
  finals: readonly (Pick<Run, "id" | "status"> & { variants: readonly Pick<Variant, "id">[] })[];
};

export function variantView(variant: VariantRow): VariantView {
  const [final] = variant.finals;
  return {
    id: variant.id,
    runId: variant.runId,
    promptId: variant.promptId,
    assetId: variant.assetId,
    index: variant.index,
    seed: Number(variant.seed),
    flag: variant.flag,
    rating: variant.rating,
    colour: variant.colour,
    width: variant.asset.width,
    height: variant.asset.height,
    thumbHash: variant.asset.thumbHash,
    video: videoShape(variant.asset),
    quality: Quality.parse(variant.run.quality),
    finalOf: variant.run.finalOfId,
    final: final ? { runId: final.id, status: final.status, variantId: final.variants[0]?.id ?? null } : null,
    contentHash: variant.contentHash,
    version: variant.version,
    createdAt: variant.createdAt.toISOString(),
  };
}

import type { Rect, SurfacePicture } from "@/components/picture-surface";
import type { PromptView } from "@/lib/domain/prompt/view";
import { OUTCOME_WORDS, outcomeOf, reasonOf } from "@/lib/domain/run/outcome";
import { isFinished } from "@/lib/domain/run/states";
import type { RunView } from "@/lib/domain/run/view";
import { VariantPicture } from "./variant-picture";

/** Pictures to come are named by run and index: they have no id of their own yet. */
const pendingId = (runId: string, index: number) => `${runId}/${index}`;

type Face = VariantPicture | Omit<SurfacePicture, "x" | "y" | "w" | "h">;

export const placedAt = (face: Face, cell: Rect): SurfacePicture => (face instanceof VariantPicture ? face.at(cell) : { ...face, ...cell });

export const faded = (picture: SurfacePicture): SurfacePicture =>
  picture instanceof VariantPicture ? picture.faded() : { ...picture, faint: true };

/** Every run's pictures in the order they were asked for: there, on their way, or not coming. */
export function picturesOf(prompt: PromptView): readonly Face[] {
  return prompt.runs.flatMap((run) => {
    const there = new Map(prompt.variants.filter((variant) => variant.runId === run.id).map((variant) => [variant.index, variant]));
    if (isFinished(run.status)) {
      const faces = [...there.values()].map((variant) => new VariantPicture(variant));
      return faces.length === 0 ? [failedFace(run)] : faces;
    }
    return Array.from({ length: run.count }, (_, index) => {
      const variant = there.get(index);
      if (variant) return new VariantPicture(variant);
      return run.status === "unknown" ? unknownFace(run, index) : pendingFace(run, index);
    });
  });
}

/**
 * How many pictures a prompt has, and the aspect (width / height) of the first of its last `most`: what a card's size follows from, without a
 * picture being put together.
 */
export function measurePictures({ runs, variants }: PromptView, most: number): { readonly count: number; readonly aspect: number } {
  const madeBy = (run: RunView) => variants.filter(({ runId }) => runId === run.id);
  const counts = runs.map((run) => (isFinished(run.status) ? Math.max(1, madeBy(run).length) : run.count));
  const count = counts.reduce((sum, more) => sum + more, 0);
  let first = Math.max(0, count - most);
  for (const [at, run] of runs.entries()) {
    const here = counts[at] ?? 0;
    if (first >= here) {
      first -= here;
      continue;
    }
    const made = madeBy(run);
    const variant = isFinished(run.status) ? made[first] : made.find(({ index }) => index === first);
    return { count, aspect: variant ? variant.width / variant.height : run.width / run.height };
  }
  return { count, aspect: 1 };
}

const WORK_WORDS = { queued: "Queued", submitting: "Starting", processing: "Painting" } as const;

function pendingFace(run: RunView, index: number): Face {
  const preview = run.progress.previews?.find((shown) => shown.index === index);
  const words = run.progress.waits
    ? "Waiting"
    : run.cancelAsked
      ? "Cancelling"
      : run.status in WORK_WORDS
        ? WORK_WORDS[run.status as keyof typeof WORK_WORDS]
        : "";
  const position = run.progress.queuePosition;
  const text = position !== null && position !== undefined && position > 0 ? `${words}, ${position} before it` : words;
  return {
    id: pendingId(run.id, index),
    label: `Variant ${index + 1} of ${run.count}: ${run.progress.waits ?? text}`,
    state: "pending",
    sources: preview ? [{ url: `/assets/preview/${run.id}/${index}?v=${preview.sha256.slice(0, 12)}`, width: 512 }] : [],
    aspect: run.width / run.height,
    thumbHash: preview?.thumbHash,
    progress: { fraction: run.progress.fraction ?? null, text },
  };
}

/** Nothing moves here: the provider's list or a person says what became of it. */
function unknownFace(run: RunView, index: number): Face {
  return {
    id: pendingId(run.id, index),
    label: `Variant ${index + 1} of ${run.count}`,
    state: "failed",
    sources: [],
    aspect: run.width / run.height,
    note: outcomeOf(run) === "needs-person" ? "Unknown: a person has to decide" : "Unknown: being clarified with the engine",
    isOpen: true,
  };
}

function failedFace(run: RunView): Face {
  const outcome = outcomeOf(run);
  const sentence = run.failure?.sentence ?? "This run made no picture.";
  return {
    id: pendingId(run.id, 0),
    label: "No picture",
    state: "failed",
    sources: [],
    aspect: run.width / run.height,
    note: outcome === "cancelled" ? "Cancelled" : `${OUTCOME_WORDS[outcome]}: ${reasonOf(run) || sentence}`,
    isOpen: outcome === "made-elsewhere",
  };
}

"use client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import clsx from "clsx";
import { CircleAlert, WandSparkles } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";
import { rpc } from "@/lib/client/rpc";
import { sentenceOf } from "@/lib/client/sentence";
import { useSettled } from "@/lib/client/use-settled";
import type { PatternValues } from "@/lib/domain/pattern/template";
import { failureSentence } from "@/lib/domain/run/failure";

/** Long enough that a word is typed to its end, short enough to feel live. Milliseconds. */
const SETTLES_IN = 400;

const LOOKS_EVERY = 150;

export type LivePreviewProps = {
  versionId: string;
  values: PatternValues;
  /** Width by height of the pattern's pictures. */
  ratio: string;
  /** Why there can be none yet, or null. */
  refusal: string | null;
  /** Somebody changed a value or asked for it: before that nothing is painted. */
  isWanted: boolean;
  onWant: () => void;
};

/**
 * What the pattern would give for the values as they are typed: a free draft of the studio's own engine, which is no run and is kept nowhere.
 * It is read like a fact that never changes, under a key of its own, so that news of the studio does not paint it again.
 */
export function LivePreview({ versionId, values, ratio, refusal, isWanted, onWant }: LivePreviewProps) {
  const asked = useSettled(JSON.stringify({ versionId, values }), SETTLES_IN);
  const isSettled = asked === JSON.stringify({ versionId, values });
  const preview = useQuery({
    queryKey: ["pattern-preview", asked],
    queryFn: ({ signal }) => previewed(JSON.parse(asked), signal),
    enabled: isWanted && refusal === null && isSettled,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    placeholderData: keepPreviousData,
    meta: { isQuiet: true },
  });
  const shown = preview.data?.kind === "painted" ? preview.data : null;
  const isPainting = isWanted && refusal === null && (!isSettled || preview.isFetching);
  const trouble = isPainting
    ? null
    : preview.error
      ? sentenceOf(preview.error)
      : preview.data?.kind === "failed"
        ? failureSentence(preview.data.failure)
        : null;
  return (
    <figure className="grid gap-1.5">
      <div style={{ aspectRatio: ratio }} className="relative grid max-h-72 w-full place-items-center overflow-hidden rounded-md bg-inset">
        {shown ? (
          // biome-ignore lint/performance/noImgElement: it came with the answer and has no address
          <img
            src={`data:${shown.mimeType};base64,${shown.bytes}`}
            width={shown.width}
            height={shown.height}
            alt="What the pattern would give for these values, as a draft"
            className={clsx("absolute inset-0 size-full object-contain", (isPainting || trouble || refusal) && "opacity-40")}
          />
        ) : null}
        {isPainting ? (
          <span className="relative flex items-center gap-1.5 rounded-md bg-surface px-2 py-1 text-xs text-muted">
            <Spinner size={13} /> Painting…
          </span>
        ) : trouble ? (
          <span className="relative grid max-w-64 justify-items-center gap-2 rounded-md bg-surface px-3 py-2 text-center text-xs text-muted text-pretty">
            <span className="flex items-start gap-1.5">
              <CircleAlert size={13} className="mt-px shrink-0 text-warn" aria-hidden /> {trouble}
            </span>
            {preview.error ? (
              <Button size="small" onClick={() => void preview.refetch()}>
                Try again
              </Button>
            ) : null}
          </span>
        ) : refusal !== null ? (
          <span className="relative max-w-64 rounded-md bg-surface px-3 py-2 text-center text-xs text-muted text-pretty">{refusal}</span>
        ) : isWanted ? null : (
          <Button size="small" icon={<WandSparkles size={13} aria-hidden />} onClick={onWant}>
            Preview
          </Button>
        )}
        {shown ? (
          <span className="absolute top-1.5 left-1.5 rounded-sm bg-surface px-1.5 py-0.5 text-xs font-medium text-ink">Free draft</span>
        ) : null}
      </div>
      <figcaption className="text-2xs text-faint text-pretty">
        Painted by Sketch as you type, free and kept nowhere. Run makes the pictures that count.
      </figcaption>
    </figure>
  );
}

/** Asks, and looks until it is painted or nobody wants it any more. */
async function previewed(asked: { versionId: string; values: Record<string, string> }, signal: AbortSignal) {
  const { previewId } = await rpc.pattern.preview(asked, { signal });
  for (;;) {
    const preview = await rpc.pattern.getPreview({ previewId }, { signal });
    if (preview.kind !== "waiting") return preview;
    await new Promise((settle) => setTimeout(settle, LOOKS_EVERY));
    signal.throwIfAborted();
  }
}

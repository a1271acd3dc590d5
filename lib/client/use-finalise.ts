"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { finalRecipe } from "@/lib/domain/prompt/finalise";
import { REFUSALS } from "@/lib/domain/review/refusal";
import { mayRunAtQuality, type QualityRules } from "@/lib/domain/review/run-for-card";
import { quoteOf, refusalOf } from "@/lib/domain/run/plan";
import { isFinished, type RunStatus } from "@/lib/domain/run/states";
import type { VariantView } from "@/lib/domain/run/view";
import { studio } from "./query";
import { sentenceOf } from "./sentence";
import { useRefusal } from "./use-refusal";

export interface Finalise {
  /** The draft this picture is the final of, with the way to it; null when it is none. */
  readonly draft: { readonly variantId: string; readonly href: string } | null;
  /** The newest final of this draft, with the way to it; null when there is none. */
  readonly final: { readonly status: RunStatus; readonly href: string | null } | null;
  /** Whether this is a draft at all. */
  readonly isDraft: boolean;
  /** What the final costs; null while it is not known. Micro-dollars. */
  readonly priceMicros: bigint | null;
  /** Why it cannot be finalised now, in a sentence; null when it can. */
  readonly refusal: string | null;
  readonly isPending: boolean;
  /** What the studio said to the last try; null when nothing went wrong. */
  readonly problem: string | null;
  start(): void;
}

/** Why a lane takes no final of this draft, in a sentence; null when it does, or is not known yet. */
export function laneRefusal(lane: QualityRules | undefined, { flag }: Pick<VariantView, "flag">): string | null {
  const refusal = lane ? mayRunAtQuality(lane, { quality: "final", draft: { isPicked: flag === "pick" } }) : null;
  return refusal ? REFUSALS[refusal].sentence : null;
}

/** What the lane says of quality under which the final is made: the card's, or else the workspace's exploration; undefined while it is not known. */
function useRulesOf(cardId: string | null): QualityRules | undefined {
  const card = useQuery({
    ...studio.card.get.queryOptions({ input: { cardId: cardId ?? "" }, meta: { isQuiet: true } }),
    enabled: cardId !== null,
  });
  const lanes = useQuery(studio.lane.list.queryOptions({ input: {}, enabled: cardId === null, meta: { isQuiet: true } }));
  return cardId === null ? lanes.data?.find(({ kind }) => kind === "exploration") : card.data?.lane;
}

/** The way from a draft to its final and back, wherever a picture is shown. Null while nothing is known of the variant. */
export function useFinalise(
  variantId: string | null,
  cardId: string | null = null,
  /** Whether a refusal is told wherever the person is, for a place that cannot show it itself. */
  { announces = false }: { readonly announces?: boolean } = {},
): Finalise | null {
  const queries = useQueryClient();
  const notMine = useRefusal("run.start");
  const detail = useQuery(
    studio.variant.getMany.queryOptions({ input: { variantIds: [variantId ?? ""] }, enabled: variantId !== null, meta: { isQuiet: true } }),
  );
  const variant = variantId === null ? undefined : detail.data?.[0];
  const models = useQuery(studio.engine.listModels.queryOptions({ input: {}, meta: { isQuiet: true } }));
  const lane = useRulesOf(cardId);
  const others = [variant?.finalOf, variant?.final?.variantId].filter((id) => id != null);
  const linked = useQuery(
    studio.variant.getMany.queryOptions({ input: { variantIds: others }, enabled: others.length > 0, meta: { isQuiet: true } }),
  );
  const finalise = useMutation(
    studio.variant.finalise.mutationOptions({
      meta: { isQuiet: !announces },
      onSettled: () => {
        void queries.invalidateQueries({ queryKey: studio.variant.key() });
        void queries.invalidateQueries({ queryKey: studio.board.key() });
      },
    }),
  );
  if (!variant) return null;
  const { engineId, modelId, modelRevision: revision } = variant.run;
  const model = models.data?.find((row) => row.engineId === engineId && row.capabilities.modelId === modelId)?.capabilities;
  const recipe = finalRecipe(variant.recipe, { engineId, modelId, revision }, variant.seed, model);
  const price = model ? quoteOf(recipe, model).mostMicros : null;
  const hrefOf = (id: string | null | undefined) => {
    const other = linked.data?.find((candidate) => candidate.id === id);
    return other ? `/boards/${other.boardId}?prompt=${other.promptId}` : null;
  };
  const draftHref = hrefOf(variant.finalOf);
  const isUnderWay = variant.final !== null && !isFinished(variant.final.status);
  return {
    draft: variant.finalOf !== null && draftHref !== null ? { variantId: variant.finalOf, href: draftHref } : null,
    final: variant.final && { status: variant.final.status, href: hrefOf(variant.final.variantId) },
    isDraft: variant.quality === "draft",
    priceMicros: price,
    refusal:
      notMine ??
      (isUnderWay ? "Its final is being made." : null) ??
      laneRefusal(lane, variant) ??
      (models.data ? refusalOf(recipe, model) : "Its model is being looked up."),
    isPending: finalise.isPending,
    problem: finalise.error ? sentenceOf(finalise.error) : null,
    start: () =>
      finalise.mutate({
        variantId: variant.id,
        ...(price === null ? {} : { quoteMicros: price.toString() }),
        ...(cardId === null ? {} : { cardId }),
      }),
  };
}

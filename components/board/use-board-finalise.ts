"use client";
import { type Finalise, useFinalise } from "@/lib/client/use-finalise";
import { formatPrice } from "@/lib/domain/money/micros";
import type { VariantView } from "@/lib/domain/run/view";
import type { BoardActs } from "./use-board-acts";

export interface BoardFinalise {
  /** With its price: nothing is spent that was not seen before. */
  readonly title: string;
  /** Why it cannot be done now, as a sentence; null when it can. */
  readonly reason: string | null;
  start(): void;
}

/** Makes the final of the one draft that is chosen, from the menu and the palette as from the inspector. */
export function useBoardFinalise({ variants, cardId }: Pick<BoardActs, "variants" | "cardId">): BoardFinalise {
  const only = variants.length === 1 ? variants[0] : undefined;
  const isDraft = only?.quality === "draft";
  const finalise = useFinalise(isDraft ? only.id : null, cardId, { announces: true });
  const price = finalise?.priceMicros ?? null;
  const reason = finaliseReason(variants, finalise);
  return {
    title: price === null ? "Finalise" : `Finalise · ${formatPrice(price)}`,
    reason,
    start: () => {
      if (reason === null) finalise?.start();
    },
  };
}

/** Why the final of what is chosen cannot be made now; null when it can. `finalise`: what is known of the one draft. */
export function finaliseReason(
  variants: readonly Pick<VariantView, "quality">[],
  finalise: Pick<Finalise, "priceMicros" | "refusal" | "isPending"> | null,
): string | null {
  const [only] = variants;
  if (!only) return "Select a picture first.";
  if (variants.length > 1) return "Select one picture only.";
  if (only.quality !== "draft") return "This picture is no draft.";
  if (finalise?.refusal) return finalise.refusal;
  if (!finalise || finalise.priceMicros === null) return "Its price is being looked up.";
  return finalise.isPending ? "Its final is being started." : null;
}

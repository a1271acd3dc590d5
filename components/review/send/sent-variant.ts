import type { LaneView } from "@/lib/domain/lane/lane";
import type { Recipe } from "@/lib/domain/prompt/recipe";
import { REFUSALS } from "@/lib/domain/review/refusal";
import type { RunView, VariantView } from "@/lib/domain/run/view";

/** What sending needs to know of a variant. */
export type SentVariant = VariantView & { readonly run: RunView; readonly recipe: Recipe };

/** What a lane would refuse about this variant, said before it is sent; null when nothing. */
export function laneWarning(lane: Pick<LaneView, "kind" | "allowedEngines" | "requiresDraft">, variant: SentVariant): string | null {
  if (lane.allowedEngines.length > 0 && !lane.allowedEngines.includes(variant.run.engineId)) return REFUSALS.engine_not_allowed.sentence;
  if (lane.kind === "production" && variant.quality !== "final") return REFUSALS.draft_quality.sentence;
  // Whether its draft is picked, the studio asks when it is sent.
  return lane.requiresDraft && variant.finalOf === null ? REFUSALS.not_from_draft.sentence : null;
}

const TITLE_LENGTH = 60;

/** A first title for the card: the prompt's first line, cut at a word. */
export function titleFrom(text: string): string {
  const [line = ""] = text.trim().split("\n");
  if (line.length <= TITLE_LENGTH) return line;
  const cut = line.slice(0, TITLE_LENGTH + 1);
  const word = cut.lastIndexOf(" ");
  return cut.slice(0, word > 0 ? word : TITLE_LENGTH).replace(/[,;:.\s]+$/, "");
}

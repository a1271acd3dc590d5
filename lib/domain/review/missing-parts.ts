import type { ReviewCard } from "./card";
import { openVariables } from "./goal";
import { rotationOf } from "./rotation";
import type { CardTemplate } from "./template";

export const MISSING_PARTS = ["title", "goal", "value for each variable of the goal", "owner", "retry limit", "fallback path"] as const;
export type MissingPart = (typeof MISSING_PARTS)[number];

/** What a card lacks before it can be submitted; empty when nothing does. */
export function missingParts(
  card: Pick<ReviewCard, "title" | "goal" | "ownerId" | "retryLimit" | "fallbackPath"> & { readonly startedFrom?: CardTemplate | null },
): readonly MissingPart[] {
  const present = {
    title: card.title.trim() !== "",
    goal: card.goal.trim() !== "",
    "value for each variable of the goal": openVariables(card).length === 0,
    owner: card.ownerId !== null || rotationOf({ ownerId: null, startedFrom: card.startedFrom ?? null }) !== null,
    "retry limit": card.retryLimit !== null,
    "fallback path": card.fallbackPath !== null,
  } satisfies Record<MissingPart, boolean>;
  return MISSING_PARTS.filter((part) => !present[part]);
}

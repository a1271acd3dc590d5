import type { SurfaceHandle } from "@/components/picture-surface";
import type { Desk } from "@/lib/client/desk/desk";
import type { BoardView } from "./use-board-view";

type Place = NonNullable<Desk["place"]>;

/** Goes from one thing that stands out to the next or the one before, round and round, in board order. */
export function stepThrough(
  view: Pick<BoardView, "shown" | "lit">,
  { place, moveTo, select }: Pick<Desk, "place" | "moveTo" | "select">,
  by: 1 | -1,
  surface: Pick<SurfaceHandle, "reveal"> | null,
): void {
  const places = placesOf(view);
  const at = places.findIndex(({ promptId, variantId }) => promptId === place?.promptId && variantId === place.variantId);
  const next = places.at(at === -1 ? Math.min(by, 0) : (at + by) % places.length);
  if (!next) return;
  moveTo(next);
  select([next.variantId ?? next.promptId], "replace");
  surface?.reveal({ itemId: next.promptId, pictureId: next.variantId });
}

/** Variants that stand out, and prompts that have none. */
function placesOf({ shown, lit }: Pick<BoardView, "shown" | "lit">): readonly Place[] {
  if (lit === null) return [];
  return shown
    .filter(({ id }) => lit.prompts.has(id))
    .flatMap(({ id: promptId, variants }): Place[] =>
      variants.length === 0
        ? [{ promptId, variantId: null }]
        : variants.filter(({ id }) => lit.variants.has(id)).map(({ id }) => ({ promptId, variantId: id })),
    );
}

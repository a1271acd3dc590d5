import type { QueryClient } from "@tanstack/react-query";
import type { CellView } from "@/lib/domain/grid/view";
import type { BoardView } from "@/lib/domain/prompt/view";
import type { VariantView } from "@/lib/domain/run/view";
import { studio } from "../query";
import type { ChoiceOf } from "./choice-of";

/** Shows choices, later ones over earlier ones, in everything that is on screen before the studio has answered. */
export function patchVariants(queries: QueryClient, choices: readonly ChoiceOf[]): void {
  const byId = new Map<string, ChoiceOf>();
  for (const { variantId, flag, rating, colour } of choices) {
    const before = byId.get(variantId);
    byId.set(variantId, {
      variantId,
      flag: flag ?? before?.flag,
      rating: rating ?? before?.rating,
      colour: colour ?? before?.colour,
    });
  }
  queries.setQueriesData<BoardView>(
    { queryKey: studio.board.get.key() },
    (board) =>
      board && {
        ...board,
        prompts: board.prompts.map((prompt) => {
          if (!prompt.variants.some((variant) => byId.has(variant.id))) return prompt;
          return { ...prompt, variants: prompt.variants.map((variant) => chosen(variant, byId)) };
        }),
      },
  );
  queries.setQueriesData<CellView[]>({ queryKey: studio.grid.cells.key() }, (cells) =>
    cells?.map((cell) =>
      cell.variants.some(({ id }) => byId.has(id)) ? { ...cell, variants: cell.variants.map((variant) => chosen(variant, byId)) } : cell,
    ),
  );
  queries.setQueriesData<VariantView[]>({ queryKey: studio.variant.getMany.key() }, (variants) =>
    variants?.map((variant) => chosen(variant, byId)),
  );
}

/** How the variants of some choices stand on screen now, in what those choices would change. */
export function standing(queries: QueryClient, choices: readonly ChoiceOf[]): readonly ChoiceOf[] {
  const variants = [
    ...queries.getQueriesData<BoardView>({ queryKey: studio.board.get.key() }).flatMap(([, board]) => board?.prompts ?? []),
    ...queries.getQueriesData<CellView[]>({ queryKey: studio.grid.cells.key() }).flatMap(([, cells]) => cells ?? []),
    ...queries.getQueriesData<VariantView[]>({ queryKey: studio.variant.getMany.key() }).map(([, many]) => ({ variants: many ?? [] })),
  ].flatMap((held) => held.variants);
  const known = new Map(variants.map((variant) => [variant.id, variant]));
  return choices.flatMap(({ variantId, flag, rating, colour }) => {
    const variant = known.get(variantId);
    if (!variant) return [];
    return {
      variantId,
      flag: flag === undefined ? undefined : variant.flag,
      rating: rating === undefined ? undefined : variant.rating,
      colour: colour === undefined ? undefined : variant.colour,
    };
  });
}

function chosen<Variant extends VariantView>(variant: Variant, byId: ReadonlyMap<string, ChoiceOf>): Variant {
  const choice = byId.get(variant.id);
  if (!choice) return variant;
  return {
    ...variant,
    flag: choice.flag ?? variant.flag,
    rating: choice.rating ?? variant.rating,
    colour: choice.colour ?? variant.colour,
  };
}

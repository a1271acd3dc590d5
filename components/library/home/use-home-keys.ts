"use client";
import { unless } from "@/components/ui/unless";
import { useKeys } from "@/lib/client/keyboard/use-keys";
import { useRefusal } from "@/lib/client/use-refusal";
import type { ShelfView } from "@/lib/domain/pattern/browse/card";
import type { ShelfMoves } from "../use-shelf-moves";
import { type Direction, placeToward } from "./place-toward";

export type HomeKeys = {
  readonly shelves: readonly ShelfView[];
  readonly moves: ShelfMoves;
  readonly focusSearch: () => void;
};

/** The libraries under the fingers: arrows go from card to card, with Shift they move the card or its shelf. */
export function useHomeKeys({ shelves, moves, focusSearch }: HomeKeys): void {
  const notCurating = useRefusal("library.curate");
  useKeys("studio", { search: focusSearch });
  /** The card the keyboard is on, with its shelf. */
  const withFocused = (act: (shelf: ShelfView, patternId: string) => void) => () => {
    const id = focusedCard()?.getAttribute("data-pattern");
    const shelf = shelves.find(({ order }) => id && order.includes(id));
    if (!shelf || !id) return unless("Go to a pattern first, with an arrow key.", () => {});
    unless(shelf.mayCurate ? null : "Only those who curate a shelf order it.", () => act(shelf, id));
  };
  useKeys("library", {
    "card-left": () => go("left"),
    "card-right": () => go("right"),
    "card-up": () => go("up"),
    "card-down": () => go("down"),
    "pattern-forward": withFocused((shelf, id) => moves.step(shelf, id, -1)),
    "pattern-back": withFocused((shelf, id) => moves.step(shelf, id, 1)),
    "shelf-up": withFocused((shelf) => unless(notCurating, () => moves.shelf(shelf, -1))),
    "shelf-down": withFocused((shelf) => unless(notCurating, () => moves.shelf(shelf, 1))),
  });
}

const focusedCard = () => document.activeElement?.closest("[data-pattern]") ?? null;

/** To the next card that way; the first one from elsewhere. False where there is none: then the key is the page's. */
function go(direction: Direction): boolean {
  const cards = [...document.querySelectorAll("main [data-pattern]")];
  const from = focusedCard();
  const at = from
    ? placeToward(
        cards.map((card) => card.getBoundingClientRect()),
        cards.indexOf(from),
        direction,
      )
    : 0;
  const link = at === null ? null : cards[at]?.querySelector("a");
  link?.focus();
  link?.scrollIntoView({ block: "nearest", inline: "nearest" });
  return Boolean(link);
}

import type { Colour, Flag } from "@/lib/domain/selection/flags";

/** What is decided about a picture. Each may refuse with a sentence of its own. */
export interface ChoosingActs {
  flag(flag: Flag): unknown;
  rate(rating: number): unknown;
  /** A colour was pressed; pressed where all have it, it is taken off. */
  colour(colour: Exclude<Colour, "none">): unknown;
}

/** The keys of every decision, the same wherever a picture is shown. In compare the numbers choose the view, and stars are given with Shift. */
export function choosingKeys({ flag, rate, colour }: ChoosingActs) {
  return {
    pictures: {
      pick: () => flag("pick"),
      reject: () => flag("reject"),
      unflag: () => flag("none"),
      "colour-red": () => colour("red"),
      "colour-yellow": () => colour("yellow"),
      "colour-green": () => colour("green"),
      "colour-blue": () => colour("blue"),
      "colour-violet": () => colour("violet"),
    },
    ratings: {
      "rate-0": () => rate(0),
      "rate-1": () => rate(1),
      "rate-2": () => rate(2),
      "rate-3": () => rate(3),
      "rate-4": () => rate(4),
      "rate-5": () => rate(5),
    },
    compare: {
      "compare-rate-0": () => rate(0),
      "compare-rate-1": () => rate(1),
      "compare-rate-2": () => rate(2),
      "compare-rate-3": () => rate(3),
      "compare-rate-4": () => rate(4),
      "compare-rate-5": () => rate(5),
    },
  } as const;
}

import { iconOf } from "../lexicon/nouns";
import { placeOf } from "../lexicon/places";
import { figureOf, latheShapeOf } from "../lexicon/subjects";

/** One thing with a plural name: two of them are not a pair. */
export const ONE_OF_TWO =
  /^(?:headphones?|glasses|sunglasses|spectacles|goggles|binoculars|scissors|jeans|trousers|pants|shorts|gloves|socks|skis)s?$/;

/** Whether a word names something the engine can paint. */
export function isThing(noun: string): boolean {
  return iconOf(noun) !== null || latheShapeOf(noun) !== null || figureOf(noun) !== null || placeOf(noun) !== null;
}

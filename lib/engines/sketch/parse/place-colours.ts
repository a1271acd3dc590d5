import type { Place } from "../lexicon/places";
import type { Camera, PlaceColour } from "./scene-spec";

/** Places with ground, water or trees that can be of a colour while the sky keeps its own. */
const COLOURED: ReadonlySet<Place> = new Set(["beach", "sea", "lake", "desert", "snow", "forest", "mountains", "meadow"]);

export function hasColourOfItsOwn(place: Place): boolean {
  return COLOURED.has(place);
}

/** Numbers of the object buffer, from the first to the last. */
export type Ids = readonly [first: number, last: number];

const WATER: Ids = [20, 20];

/** What is painted of `named` in a picture that `leading` leads: the numbers of the object buffer, none where it is not seen. */
export function idsOfPlace(leading: Place, named: Place): readonly Ids[] {
  switch (named) {
    case "sea":
    case "lake":
      return leading === "sea" || leading === "lake" || leading === "beach" || leading === "city" ? [WATER] : [];
    case "beach":
      return leading === "beach" ? [[1, 1]] : [];
    case "forest":
      if (leading === "forest") return [[2, 7]];
      if (leading === "sea" || leading === "lake" || leading === "beach") return [[7, 7]];
      return leading === "mountains" || leading === "meadow" || leading === "snow" ? [[8, 8]] : [];
    case "mountains":
      if (leading === "mountains" || leading === "lake") return [[4, 5]];
      return leading === "sea" || leading === "beach" ? [[5, 5]] : leading === "forest" ? [] : [[4, 4]];
    case "desert":
      return leading === "desert" ? [[5, 7]] : [];
    case "snow":
      return leading === "snow" ? [[5, 7]] : [];
    case "meadow":
      if (leading === "meadow")
        return [
          [5, 7],
          [1, 1],
        ];
      return leading === "mountains"
        ? [
            [6, 7],
            [1, 1],
          ]
        : [];
    default:
      return [];
  }
}

/** Which of the colours that the words give to places can be seen on them; the others colour the scene as a whole. */
export function seenOn(places: readonly Place[], camera: Camera, colours: readonly PlaceColour[]): readonly PlaceColour[] {
  const [leading = "abstract"] = places;
  return camera === "top" ? [] : colours.filter(({ place }) => idsOfPlace(leading, place).length > 0);
}

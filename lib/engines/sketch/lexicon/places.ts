/** The scenes the engine can paint. The first place of a prompt leads; others add to it where they can. */
export const PLACES = [
  "beach",
  "sea",
  "lake",
  "underwater",
  "space",
  "street",
  "city",
  "desert",
  "snow",
  "forest",
  "mountains",
  "meadow",
  "interior",
  "table",
  "studio",
  "portrait",
  "abstract",
] as const;
export type Place = (typeof PLACES)[number];

const WORDS: Readonly<Record<Place, string>> = {
  beach: "beach shore seaside coast sandbank",
  sea: "sea ocean harbour harbor bay seascape wave surf marina",
  lake: "lake river fjord pond lagoon canal lakeside water reflection",
  underwater: "underwater reef undersea aquarium seabed",
  space: "space galaxy nebula cosmos orbit planet cosmic outer",
  street: "street alley road boulevard avenue tokyo cyberpunk lane crossing",
  city: "city skyline downtown urban metropolis manhattan rooftop town cityscape",
  desert: "desert dune sahara mars canyon badland wasteland savanna savannah",
  snow: "snow tundra arctic glacier antarctica antarctic snowfield snowscape polar",
  forest: "forest bamboo wood woods jungle woodland pine grove rainforest birch thicket",
  mountains: "mountain alps peak valley cliff summit highland himalaya fuji",
  meadow: "field meadow hill countryside garden prairie vineyard park farm pasture grassland lawn orchard hillside",
  interior:
    "interior room kitchen bedroom living library cafe office studioflat hallway indoors indoor parlour lounge window workshop restaurant",
  table: "table tabletop desk still picnic breakfast brunch lunch dinner supper banquet feast teatime workspace counter shelf worktop",
  studio: "studio product packshot podium pedestal plinth backdrop catalogue stage",
  portrait: "portrait headshot selfie bust",
  abstract: "abstract pattern texture geometric marble fluid gradient flow bauhaus swirl kandinsky shapes",
};

const placeByWord = new Map<string, Place>();
for (const place of PLACES) for (const word of WORDS[place].split(" ")) placeByWord.set(word, place);

export function placeOf(word: string): Place | null {
  return placeByWord.get(word) ?? null;
}

/** Whether a place can be looked straight down on: space has no below, and a likeness is no place. */
export function hasViewFromAbove(place: Place): boolean {
  return place !== "underwater" && place !== "space" && place !== "portrait" && place !== "abstract";
}

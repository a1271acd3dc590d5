import type { Place } from "../lexicon/places";
import { FLYING } from "../lexicon/subjects";
import type { Draft } from "./draft";
import { hasColourOfItsOwn } from "./place-colours";

/** A place of the scene, in the colour that was said before it. */
export function addPlace(draft: Draft, place: Place): void {
  addPlaceOfNext(draft, place);
  colourPlace(draft, place);
  const flies = draft.topicThing;
  const canFly = flies?.isAloft === true || (flies?.shape.kind === "icon" && FLYING.test(flies.shape.icon));
  if (draft.relation === "above" && canFly) flyTopic(draft);
  const isBridge = flies?.shape.kind === "icon" && flies.shape.icon === "bridge";
  if (draft.relation === "above" && (flies === null || canFly || isBridge)) draft.followRelation();
  draft.followBeside();
  // "on a table": the thing after the place is not what the one before it stands on.
  draft.dropRelation();
}

/** The place of the thing that follows, which keeps all that was said before it. */
export function addPlaceOfNext({ reading: { places } }: Draft, place: Place): void {
  if (!places.includes(place)) places.push(place);
}

/** The thing spoken of is in the air. */
export function flyTopic(draft: Draft): boolean {
  if (draft.topicThing?.shape.kind !== "icon") return false;
  draft.change(draft.topic, { isAloft: true });
  return true;
}

function colourPlace(draft: Draft, place: Place): void {
  const { colour, reading } = draft;
  draft.colour = null;
  if (colour === null) return;
  const isFree = hasColourOfItsOwn(place) && !reading.placeColours.some((one) => one.place === place);
  if (isFree) reading.placeColours.push({ place, colour });
  else reading.colours.push(colour);
}

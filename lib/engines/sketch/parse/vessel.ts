import { isColour } from "../lexicon/colours";
import { FUNCTION_WORDS } from "../lexicon/little-words";
import { placeOf } from "../lexicon/places";
import { countOf, figureOf } from "../lexicon/subjects";
import { isJoined } from "./around";
import type { Draft } from "./draft";
import { placeThing } from "./place-thing";
import type { SubjectShape } from "./scene-spec";
import { isThing } from "./thing-words";
import { singular } from "./tokens";

/** "A bowl of apples", "a basket with ten eggs": what follows is in it, whose name goes on for `more` words. */
export function holdsThings(draft: Draft, more = 0): boolean {
  if (!/^(?:of|with|full)$/.test(draft.word(more + 1)) || draft.vessel !== null) return false;
  for (let ahead = more + (draft.word(more + 1) === "full" ? 3 : 2); ahead <= more + 7; ahead++) {
    const word = draft.word(ahead);
    if (word === "" || word === "," || (FUNCTION_WORDS.has(word) && !/^(?:an?|some|one|1)$/.test(word))) return false;
    const noun = singular(word);
    if (placeOf(noun) !== null || figureOf(noun) !== null) return false;
    if (!isColour(word) && countOf(word) === null && isThing(noun)) return true;
  }
  return false;
}

/** What follows is in it; its own colour stays with it. */
export function openVessel(draft: Draft, noun: string, shape: SubjectShape, raw: string): void {
  draft.vessel = { noun, shape, raw, colour: draft.colour, size: draft.size, holds: -1 };
  draft.colour = null;
  draft.size = null;
  draft.position++;
}

/** The first thing after a vessel is in it, and so are those that "and" adds: "apples and pears". */
export function fillVessel(draft: Draft): void {
  if (draft.vessel === null) return;
  if (draft.vessel.holds < 0) draft.vessel = { ...draft.vessel, holds: draft.topic };
  if (!isJoined(draft)) placeVessel(draft);
}

/** The vessel follows what is in it. */
export function placeVessel(draft: Draft): void {
  const { vessel } = draft;
  draft.vessel = null;
  if (vessel === null) return;
  const isFlat = vessel.shape.kind === "icon" && vessel.shape.icon === "plate";
  draft.relation = vessel.holds < 0 ? null : isFlat ? "on" : "inside";
  draft.colour = vessel.colour;
  draft.size = vessel.size;
  draft.vesselHolds = vessel.holds;
  draft.report(vessel.raw, placeThing(draft, vessel.noun, vessel.shape, false));
  draft.vesselHolds = -1;
}

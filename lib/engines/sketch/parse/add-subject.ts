import type { Draft } from "./draft";
import { placeThing } from "./place-thing";
import type { SubjectShape } from "./scene-spec";
import { fillVessel } from "./vessel";

/** A thing that the words name, and its vessel where one waits for it. Whether it stands in the picture. */
export function addSubject(draft: Draft, word: string, shape: SubjectShape, isPlural = false): boolean {
  const { twin, colour, pendingCount } = draft;
  if (twin !== null) {
    // "A black and a white cat" are two.
    draft.colour = twin.colour;
    draft.pendingCount = twin.count;
    placeThing(draft, word, shape, false);
    draft.colour = colour;
    draft.pendingCount = pendingCount;
  }
  const isPlaced = placeThing(draft, word, shape, isPlural && (twin === null || pendingCount !== null));
  if (isPlaced) fillVessel(draft);
  return isPlaced;
}

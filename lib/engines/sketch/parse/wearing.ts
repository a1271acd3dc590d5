import type { Looks } from "../lexicon/looks";
import { canWear, isCarried, isHeadwear, isNeckwear } from "../lexicon/subjects";
import { isSaidWith } from "./around";
import type { Draft } from "./draft";
import type { Subject, SubjectShape } from "./scene-spec";

/** Where the wearer is in the list, -1 where there is none: "glasses and a scarf" are worn by the same. */
export function wearerAt({ reading: { subjects }, topic, topicThing }: Draft): number {
  const at = topicThing?.relation?.kind === "wearing" ? topicThing.relation.to : topic;
  const wearer = subjects[at];
  if (wearer?.shape.kind === "figure") return at;
  return wearer?.shape.kind === "icon" && canWear(wearer.shape.icon) ? at : -1;
}

/** The thing spoken of, where what follows it in the same phrase can be worn: by a person, an animal that sits or a snowman. */
export function wearer(draft: Draft): Subject | null {
  return draft.reading.subjects[wearerAt(draft)] ?? null;
}

/** Whether a thing can be on a head, before the eyes or around a neck. */
export function isWearable(shape: SubjectShape): boolean {
  return shape.kind === "icon" && (isHeadwear(shape.icon) || isNeckwear(shape.icon));
}

/** "Wearing", "in a green hat", "with a red scarf": on whom it can be worn, and in the hand where it is carried. */
export function wear(draft: Draft, shape: SubjectShape): void {
  const by = wearer(draft);
  const icon = shape.kind === "icon" ? shape.icon : "";
  const isWorn = isWearable(shape) && by !== null;
  if (draft.relation === "wearing" && !isWorn && !isCarried(icon)) draft.dropRelation();
  if (by === null || draft.relation === "holding" || draft.side !== null || !isSaidWith(draft)) return;
  if (isWorn) draft.relation = "wearing";
  else if (isCarried(icon) && by.shape.kind === "figure") draft.relation = "holding";
}

/** The person that follows looks like this. */
export function awaitLooks(draft: Draft, looks: Looks, ...words: readonly string[]): void {
  draft.looks = { looks: { ...draft.looks?.looks, ...looks }, words: [...(draft.looks?.words ?? []), ...words] };
}

/** The looks that wait, where a person takes them up. */
export function takeLooks(draft: Draft, shape: SubjectShape): Looks | null {
  const { looks } = draft;
  draft.looks = null;
  if (looks === null) return null;
  const isTaken = shape.kind === "figure";
  for (const words of looks.words) draft.report(words, isTaken);
  return isTaken ? looks.looks : null;
}

/** The person spoken of looks like this, and wears `colour` where one is given. */
export function dress(draft: Draft, looks: Looks, colour: string | null): void {
  const { topic, topicThing: person } = draft;
  if (person === null) return;
  const whole = { ...person.looks, ...looks };
  draft.change(topic, { colour: colour ?? person.colour, ...(Object.keys(whole).length > 0 ? { looks: whole } : {}) });
  if (draft.relation === "wearing" && draft.relationWords !== null) draft.followRelation();
}

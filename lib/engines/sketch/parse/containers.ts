import { lastPreposition } from "./around";
import type { Draft } from "./draft";
import type { SubjectShape } from "./scene-spec";

/** Drawings of what is open above, so that what is in it is seen. */
const OPEN = /^(?:basket|bucket|open-box|crate|rowboat|wagon|bathtub|nest|barrel|treasure-chest|handbag)$/;

/** Whether things can stand in it and be seen. */
export function isContainer(shape: SubjectShape): boolean {
  if (shape.kind === "lathe") return shape.shape !== "lighthouse";
  return shape.kind === "icon" && OPEN.test(shape.icon);
}

/** What a thing is when it is open and something is in it, null where nothing can be: a box has flaps, and one sits in a boat without a sail. */
export function openedBy(draft: Draft, icon: string, word = draft.word()): SubjectShape | null {
  const isEntered = /^(?:in|inside|into)$/.test(lastPreposition(draft));
  if (icon === "package") return { kind: "icon", icon: "open-box" };
  if (/^(?:sailboat|speedboat|motor-boat)$/.test(icon) && isEntered && !/^(?:sailboat|yacht|ship)s?$/.test(word))
    return { kind: "icon", icon: "rowboat" };
  if (icon === "plate") return { kind: "icon", icon };
  return OPEN.test(icon) ? { kind: "icon", icon } : null;
}

/** "Flowers in a vase", "a cat in a basket": what the words spoke of is in it. */
export function enter(draft: Draft, shape: SubjectShape): void {
  if (draft.topicThing === null || draft.relation !== null || !isContainer(shape)) return;
  if (/^(?:in|inside|into)$/.test(lastPreposition(draft))) draft.relation = "inside";
}

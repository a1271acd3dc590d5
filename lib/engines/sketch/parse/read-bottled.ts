import type { LatheShape } from "../lexicon/subjects";
import { latheShapeOf } from "../lexicon/subjects";
import { addSubject } from "./add-subject";
import type { Draft } from "./draft";
import { KIND_OF_OIL, mediumAt } from "./read-medium";
import { singular } from "./tokens";

/** Colours of oils by the word before them; the others are amber. */
const OILS: Readonly<Record<string, string>> = {
  olive: "olive",
  engine: "charcoal",
  motor: "charcoal",
  crude: "charcoal",
  coconut: "cream",
};

/** What a liquid without a vessel of its own comes in. */
const BOTTLE: LatheShape = "bottle";

/** "Olive oil", "an ink bottle": a bottle that has the colour of what is in it. */
export function readBottled(draft: Draft, raw: string): boolean {
  const length = raw === "ink" || raw === "oil" ? 1 : KIND_OF_OIL.test(raw) && draft.word(1) === "oil" ? 2 : 0;
  const last = draft.position + length - 1;
  if (length === 0 || mediumAt(draft.words, last) !== null || draft.forbidden.forbids(draft.words[last] ?? "")) return false;
  const words = draft.words.slice(draft.position, last + 1).join(" ");
  draft.position = last;
  const vessel = latheShapeOf(singular(draft.word(1)));
  const isHeld = vessel !== null || /^(?:pot|well|jug)s?$/.test(draft.word(1));
  draft.colour ??= words === "ink" ? "navy" : (OILS[raw] ?? "amber");
  if (vessel !== null) draft.understood.push(words);
  else {
    if (isHeld) draft.position++;
    const name = isHeld ? `${words} ${draft.word()}` : words;
    draft.report(name, addSubject(draft, words, { kind: "lathe", shape: BOTTLE, material: "glass" }));
  }
  return true;
}

import { figureOf } from "../lexicon/subjects";
import type { Draft } from "./draft";
import { singular } from "./tokens";

/** Said of a person, and of the words that may stand between. */
const OLD = /^(?:old|elderly|aged)$/;

/** "an old man", "an elderly bearded woman": the age belongs to the person that follows. */
export function readAge(draft: Draft, raw: string): boolean {
  if (!OLD.test(raw)) return false;
  for (let ahead = 1; ahead <= 3; ahead++) {
    const word = draft.word(ahead);
    if (word === "" || word === "," || word === "and") return false;
    if (figureOf(singular(word)) === null) continue;
    draft.isOld = true;
    draft.understood.push(raw);
    return true;
  }
  return false;
}

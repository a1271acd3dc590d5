import { iconOf } from "../lexicon/nouns";
import { addSubject } from "./add-subject";
import type { Draft } from "./draft";
import { singular } from "./tokens";

/** "A bowl of soup", "a rice bowl", "a plate of spaghetti": food and its dish are one thing. */
export function readServed(draft: Draft, raw: string): boolean {
  const dish = dishOf(singular(raw));
  const next = dishOf(singular(draft.word(1)));
  const isFood = servedIn(singular(raw)) !== null;
  if (dish !== null && draft.word(1) === "of") {
    let ahead = 2;
    while (ahead < 4 && servedIn(singular(draft.word(ahead))) === null) ahead++;
    if (servedIn(singular(draft.word(ahead))) === null) return false;
    return serve(draft, draft.word(ahead), dish, ahead + 1);
  }
  return isFood && next !== null ? serve(draft, raw, next, 2) : false;
}

function serve(draft: Draft, food: string, icon: string, length: number): boolean {
  if (draft.forbidden.forbids(singular(food))) return false;
  const raw = draft.word();
  const words = draft.words.slice(draft.position, draft.position + length).join(" ");
  const dishes = dishOf(singular(raw)) === null ? draft.word(length - 1) : raw;
  const isPlaced = addSubject(draft, food, { kind: "icon", icon }, singular(dishes) !== dishes);
  draft.report(words, isPlaced);
  draft.position += length - 1;
  return true;
}

function dishOf(noun: string): string | null {
  if (noun === "bowl") return "served-bowl";
  return noun === "plate" || noun === "dish" || noun === "platter" ? "served-plate" : null;
}

/** The dish a food comes in, null where it needs none. */
function servedIn(noun: string): string | null {
  const icon = iconOf(noun);
  return icon === "served-bowl" || icon === "served-plate" ? icon : null;
}

import { lightOf } from "../lexicon/lights";
import { iconOf } from "../lexicon/nouns";
import type { Draft } from "./draft";
import { relationOf, weatherOf } from "./manner-words";
import type { Relation } from "./scene-spec";
import { singular } from "./tokens";

/** Things of one picture stand beside each other. */
const BESIDE = /^(?:beside|near|alongside)$/;

/** What is eaten is in the hand. */
const EATS = /^(?:eating|eats)$/;
/** "Reading a book" holds it. */
const READS = /^(?:reading|reads)$/;
const READ = /^(?:books?|newspapers?|letters?|maps?|scrolls?)$/;

function isOfSky(word: string): boolean {
  return lightOf(word) !== null || weatherOf(word) !== null || /^(?:clouds?|sky|light)$/.test(word);
}

/** "A train crossing a bridge" is on it. */
function isCrossing(draft: Draft, raw: string): boolean {
  return /^(?:crossing|crosses)$/.test(raw) && [1, 2, 3, 4].some((ahead) => iconOf(singular(draft.word(ahead))) === "bridge");
}

/** What stands how to what: the relation waits for the thing that follows. */
export function readRelation(draft: Draft, raw: string): boolean {
  const beside = BESIDE.test(raw) ? raw : raw === "next" && draft.word(1) === "to" ? "next to" : null;
  if (beside !== null) {
    draft.dropRelation();
    if (draft.reading.subjects.length === 0) draft.ignored.push(beside);
    else draft.besideWords = beside;
    if (beside !== raw) draft.position++;
    return true;
  }
  const pair = `${raw} ${draft.word(1)}`;
  const isLeaning = /^leaning (?:on|against)$/.test(pair);
  const relation: Relation | null = isLeaning ? "in-front-of" : isCrossing(draft, raw) ? "on" : (relationOf(pair) ?? relationOf(raw));
  if (relation === null || (READS.test(raw) && !READ.test(draft.word(1)) && !READ.test(draft.word(2)))) return false;
  if (relation === "between") {
    const to = draft.topic;
    if (to < 0) draft.ignored.push(raw);
    else draft.between = { words: raw, to, found: 0 };
    return true;
  }
  if (
    EATS.test(raw) &&
    (draft.topic < 0 || iconOf(singular(draft.word(/^(?:an?|the|some|its|his|her)$/.test(draft.word(1)) ? 2 : 1))) === null)
  )
    return false;
  if ((relation === "holding" || relation === "wearing") && draft.topicThing?.shape.kind === "lathe") {
    draft.ignored.push(raw);
    return true;
  }
  // "Aurora over a lake", "a storm above the sea": the sky is over everything.
  if (relation === "above" && draft.reading.subjects.length === 0 && isOfSky(draft.word(-1))) {
    draft.understood.push(raw);
    return true;
  }
  // "A tent under the stars".
  const ahead = /^(?:an?|the)$/.test(draft.word(1)) ? 2 : 1;
  if (relation === "below" && draft.topic >= 0 && (isOfSky(draft.word(ahead)) || /^stars?$/.test(draft.word(ahead)))) {
    draft.dropRelation();
    draft.understood.push(raw);
    return true;
  }
  const isPair = isLeaning || relationOf(pair) !== null;
  draft.dropRelation();
  draft.relationWords = isPair ? pair : raw;
  if (isPair) draft.position++;
  if (draft.topic < 0) draft.dropRelation();
  else draft.relation = relation;
  return true;
}

import type { Draft } from "./draft";
import { relationOf } from "./manner-words";

/** What stands how to what: the relation waits for the thing that follows. */
export function readRelation(draft: Draft, raw: string): boolean {
  const pair = `${raw} ${draft.word(1)}`;
  const relation = relationOf(pair) ?? relationOf(raw);
  if (relation === null) return false;
  const isPair = relationOf(pair) !== null;
  draft.dropRelation();
  draft.relationWords = isPair ? pair : raw;
  if (isPair) draft.position++;
  if (draft.reading.subjects.length === 0) draft.dropRelation();
  else draft.relation = relation;
  return true;
}

import type { Draft } from "./draft";
import { relationOf } from "./manner-words";

/** What stands how to what: the relation waits for the thing that follows. */
export function readRelation(draft: Draft, raw: string): boolean {
  const pair = `${raw} ${draft.word(1)}`;
  const relation = relationOf(pair) ?? relationOf(raw);
  if (relation === null) return false;
  if (relation === "between") {
    const to = draft.reading.subjects.length - 1;
    if (to < 0) draft.ignored.push(raw);
    else draft.between = { words: raw, to, found: 0 };
    return true;
  }
  if ((relation === "holding" || relation === "wearing") && draft.reading.subjects.at(-1)?.shape.kind === "lathe") {
    draft.ignored.push(raw);
    return true;
  }
  const isPair = relationOf(pair) !== null;
  draft.dropRelation();
  draft.relationWords = isPair ? pair : raw;
  if (isPair) draft.position++;
  if (draft.reading.subjects.length === 0) draft.dropRelation();
  else draft.relation = relation;
  return true;
}

import type { Draft } from "./draft";
import type { Side } from "./scene-spec";

const SIDES: Readonly<Record<string, Side>> = { left: "left", right: "right", middle: "middle", centre: "middle", center: "middle" };
const PICTURE = /^(?:picture|image|frame|scene|canvas|photo)$/;
/** Before it, the side is a direction. */
const TURNED = /^(?:look|face|turn|point|walk|run|go|mov|head|drive|fly|swim|lean)(?:s|e|es|ing|ed)?$|^facing$|^running$|^driving$/;
/** Where a phrase begins and ends. */
const EDGE = /^(?:|,|and|with|but|or|while)$/;

/** "A robot on the left", "on the right a green car": where in the picture something stands. "Left of the car" is a relation. */
export function readSide(draft: Draft, raw: string): boolean {
  let ahead = /^(?:on|at|to|in)$/.test(raw) ? 1 : 0;
  const hasPreposition = ahead > 0;
  if (hasPreposition && /^(?:the|its)$/.test(draft.word(ahead))) ahead++;
  const word = draft.word(ahead);
  const side = Object.hasOwn(SIDES, word) ? SIDES[word] : undefined;
  if (side === undefined || (side === "middle" && !hasPreposition)) return false;
  if (TURNED.test(draft.word(-1)) || (!hasPreposition && draft.word(-1) === "the")) return false;
  ahead++;
  if (draft.word(ahead) === "hand") ahead++;
  if (/^(?:side|half|third|part)$/.test(draft.word(ahead))) ahead++;
  if (draft.word(ahead) === "of") {
    const noun = draft.word(ahead + 1) === "the" ? ahead + 2 : ahead + 1;
    if (!PICTURE.test(draft.word(noun))) return false;
    ahead = noun + 1;
  }
  if (!hasPreposition && !EDGE.test(draft.word(-1)) && !EDGE.test(draft.word(ahead))) return false;
  const words = draft.words.slice(draft.position, draft.position + ahead).join(" ");
  const opens = EDGE.test(draft.word(-1)) && !EDGE.test(draft.word(ahead));
  // "On the left, a red car": the comma parts the side from its thing.
  const isHeading = EDGE.test(draft.word(-1)) && draft.word(ahead) === "," && draft.topicThing?.side !== undefined;
  const isFirst = draft.reading.subjects.length === 0;
  draft.position += ahead - 1;
  if (opens || isHeading || isFirst) awaitSide(draft, side, words);
  else standAt(draft, side, words);
  return true;
}

/** The next thing stands on this side of the picture. */
function awaitSide(draft: Draft, side: Side, words: string): void {
  if (draft.side !== null) draft.ignored.push(draft.side.words);
  draft.side = { side, words };
}

/** The thing spoken of stands on this side of the picture, unless it was given another. */
function standAt(draft: Draft, side: Side, words: string): void {
  const isFree = draft.topicThing !== null && draft.topicThing.side === undefined;
  draft.report(words, isFree);
  if (!isFree) return;
  draft.reading.sideWords.push(words);
  draft.change(draft.topic, { side });
}

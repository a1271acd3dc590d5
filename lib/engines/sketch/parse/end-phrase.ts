import type { Draft } from "./draft";
import { placeVessel } from "./vessel";

/** A colour, a count and a relation belong to the phrase they stand in. What found no thing there was not followed. */
export function endPhrase(draft: Draft): void {
  for (const colour of [draft.twin?.colour, draft.colour]) if (typeof colour === "string") draft.reading.colours.push(colour);
  draft.colour = null;
  draft.twin = null;
  draft.dropCount();
  draft.dropSize();
  draft.dropRelation();
  draft.dropMaterial();
  placeVessel(draft);
  endBetween(draft);
}

/** The last word is read: what still looks for its thing was not followed. */
export function endWords(draft: Draft): void {
  endPhrase(draft);
  if (draft.looks !== null) draft.ignored.push(...draft.looks.words);
  draft.looks = null;
  if (draft.side !== null) draft.ignored.push(draft.side.words);
  draft.side = null;
}

/** Nothing stands between one thing alone. */
function endBetween(draft: Draft): void {
  const { between } = draft;
  draft.between = null;
  if (between === null) return;
  const { subjects } = draft.reading;
  const isWhole = between.found >= 2;
  draft.report(between.words, isWhole);
  if (isWhole) return;
  for (const [k, { relation }] of subjects.entries()) if (relation?.kind === "between") draft.change(k, { relation: null });
}

import { MAX_CANDIDATES, MIN_CANDIDATES, type VariantVote } from "./view";

/** A score with its sign and two digits: "+1.20", "−0.31". */
export function signed(score: number): string {
  const digits = Math.abs(score).toFixed(2);
  if (Number(digits) === 0) return digits;
  return `${score < 0 ? "−" : "+"}${digits}`;
}

/** How a variant did, in a line: "2 of 8 · +0.84 (−0.10 to +1.78)". */
export function standingWords({ rank, of, score, low, high }: VariantVote): string {
  return `${rank} of ${of} · ${signed(score)} (${signed(low)} to ${signed(high)})`;
}

/** Krippendorff's alpha with what it means; the bounds are those of his Content Analysis (2004), ch. 11. */
export function agreementWords(alpha: number | null): string {
  if (alpha === null) return "Not known: no pair was answered by two voters";
  const words = alpha >= 0.8 ? "strong" : alpha >= 0.667 ? "enough for tentative conclusions" : alpha >= 0.2 ? "weak" : "none to speak of";
  return `${signed(alpha)}, ${words}`;
}

/** Why so many pictures cannot be put to a vote, as a sentence, or null. */
export function voteProblem(count: number): string | null {
  if (count < MIN_CANDIDATES) return "Select at least two pictures first.";
  return count > MAX_CANDIDATES ? `A vote takes at most ${MAX_CANDIDATES} pictures; there are ${count}.` : null;
}

import { AppError } from "@/lib/domain/errors";

/** In Unicode mode a pair is one character, so only a half matches. */
const HALF_PAIR = /\p{Surrogate}/u;

/** Deeper than anything a schema describes, shallower than what exhausts the stack. */
const DEEPEST = 64;

/**
 * Refuses text PostgreSQL cannot keep: NUL, and halves of surrogate pairs. They mean nothing to a person, and refusing
 * them here spares every schema from saying so. Throws `BAD_INPUT`.
 */
export function refuseUnstorableText(input: unknown, depth = 0): void {
  if (typeof input === "string") {
    if (input.includes("\0") || HALF_PAIR.test(input))
      throw new AppError("BAD_INPUT", "The request contains a character that is not text: NUL or half of a surrogate pair.");
    return;
  }
  if (typeof input !== "object" || input === null) return;
  if (depth >= DEEPEST) throw new AppError("BAD_INPUT", "The request is nested too deeply.");
  for (const [key, value] of Object.entries(input)) {
    refuseUnstorableText(key, depth);
    refuseUnstorableText(value, depth + 1);
  }
}

import { ORPCError } from "@orpc/client";

/** What to tell a person about an error: the studio's own sentence, or that the studio was not reached at all. */
export function sentenceOf(error: unknown): string {
  if (error instanceof ORPCError && error.message) return error.message;
  return "The studio cannot be reached. Your work is kept; try again in a moment.";
}

/** Whether the studio answered with a refusal, so that nothing happened. Otherwise nobody knows what did. */
export function isRefusal(error: unknown): boolean {
  return error instanceof ORPCError && error.status < 500;
}

/** Refusals that may be answered otherwise a moment later. */
const PASSING = new Set(["TOO_MANY_REQUESTS", "CONFLICT", "NO_SPACE"]);

/** What a place that could not be read says, and whether asking again makes sense there. */
export function failureOf(error: unknown): { readonly sentence: string; readonly isMissing: boolean; readonly mayPass: boolean } {
  const code = codeOf(error) ?? "";
  return { sentence: sentenceOf(error), isMissing: code === "NOT_FOUND", mayPass: !isRefusal(error) || PASSING.has(code) };
}

/** The code of a refusal (`CONFLICT`, `OVER_BUDGET` …); undefined when the error is not one. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof ORPCError ? error.code : undefined;
}

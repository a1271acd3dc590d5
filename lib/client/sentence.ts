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

/** The code of a refusal (`CONFLICT`, `OVER_BUDGET` …); undefined when the error is not one. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof ORPCError ? error.code : undefined;
}

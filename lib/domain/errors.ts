/**
 * The kinds of refusal a person or a program can meet. One place (lib/api) maps them to HTTP.
 * The sentence is shown as it is; the cause stays in the logs.
 */
export const ERROR_CODES = [
  "BAD_INPUT",
  "UNAUTHENTICATED",
  "FORBIDDEN",
  "NOT_FOUND",
  "CONFLICT",
  "REFUSED",
  "OVER_BUDGET",
  "RETRY_LIMIT",
  "TOO_LARGE",
  "TOO_MANY_REQUESTS",
  "NO_SPACE",
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

export class AppError extends Error {
  override readonly name = "AppError";
  readonly code: ErrorCode;
  /** Small plain facts for programs (ids, limits). Never secrets. */
  readonly details: Readonly<Record<string, string | number | boolean>>;

  constructor(
    code: ErrorCode,
    sentence: string,
    options: { cause?: unknown; details?: Readonly<Record<string, string | number | boolean>> } = {},
  ) {
    super(sentence, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.details = options.details ?? {};
  }
}

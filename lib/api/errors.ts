import { randomUUID } from "node:crypto";
import { ORPCError } from "@orpc/server";
import { z } from "zod";
import { AppError, ERROR_CODES, type ErrorCode } from "@/lib/domain/errors";
import { log } from "@/lib/log";

/** The one place where a refusal becomes an HTTP status. */
export const HTTP_STATUS = {
  BAD_INPUT: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  REFUSED: 422,
  OVER_BUDGET: 402,
  RETRY_LIMIT: 409,
  TOO_LARGE: 413,
  TOO_MANY_REQUESTS: 429,
  NO_SPACE: 503,
} as const satisfies Record<ErrorCode, number>;

/** When each refusal is given; shown in the reference. */
export const ERROR_MEANINGS = {
  BAD_INPUT: "The request is malformed or a value is not accepted.",
  UNAUTHENTICATED: "Nobody is signed in, or the API key is not valid.",
  FORBIDDEN: "The role or the scope of the key does not allow this.",
  NOT_FOUND: "There is no such thing in this workspace.",
  CONFLICT: "Somebody was first, or an Idempotency-Key was used for another request.",
  REFUSED: "A rule of the studio does not allow this now.",
  OVER_BUDGET: "The hard budget of the project does not cover the quote.",
  RETRY_LIMIT: "No retry is left on the review card.",
  TOO_LARGE: "The request body or a file is too large.",
  TOO_MANY_REQUESTS: "Too many requests at once; wait and try again.",
  NO_SPACE: "The studio's disk is full and this request was not saved; it may be sent again once there is space.",
} as const satisfies Record<ErrorCode, string>;

/** Small plain facts for programs, the same as {@link AppError.details}. */
const Details = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));

/** What every refused or failed request of `/api/v1` answers with. */
export const ErrorBody = z.object({
  code: z.enum([...ERROR_CODES, "INTERNAL"]).meta({ description: "What kind of refusal it is; for programs." }),
  message: z.string().meta({ description: "One sentence for a person." }),
  details: Details.meta({ description: "Ids, limits and amounts the sentence speaks of." }),
});
export type ErrorBody = z.infer<typeof ErrorBody>;

const item = <Code extends ErrorCode>(code: Code) => ({ status: HTTP_STATUS[code], message: ERROR_MEANINGS[code], data: Details });

/** Every procedure may answer with every refusal: a rule deeper down decides, not the door. */
export const PROCEDURE_ERRORS = {
  BAD_INPUT: item("BAD_INPUT"),
  UNAUTHENTICATED: item("UNAUTHENTICATED"),
  FORBIDDEN: item("FORBIDDEN"),
  NOT_FOUND: item("NOT_FOUND"),
  CONFLICT: item("CONFLICT"),
  REFUSED: item("REFUSED"),
  OVER_BUDGET: item("OVER_BUDGET"),
  RETRY_LIMIT: item("RETRY_LIMIT"),
  TOO_LARGE: item("TOO_LARGE"),
  TOO_MANY_REQUESTS: item("TOO_MANY_REQUESTS"),
  NO_SPACE: item("NO_SPACE"),
} satisfies { [Code in ErrorCode]: { status: number; message: string; data: typeof Details } };

/**
 * Any error as the error of a procedure. A refusal keeps its code and sentence; a surprise is logged with an id, and
 * only the id leaves the house.
 */
export function toProcedureError(error: unknown): ORPCError<string, unknown> {
  if (error instanceof AppError)
    return new ORPCError(error.code, {
      status: HTTP_STATUS[error.code],
      message: error.message,
      data: error.details,
      defined: true,
      cause: error.cause,
    });
  if (error instanceof ORPCError && error.status < 500) return toProcedureError(fromTransport(error));
  const errorId = randomUUID();
  if (!isCallerGone(error)) log.error("api", "surprise", { errorId }, error);
  return new ORPCError("INTERNAL", {
    status: 500,
    message: `Something went wrong on our side. Nothing you sent was the cause; error ${errorId}.`,
    data: { errorId },
  });
}

/** The caller hung up while its body was read: a page was left, nothing went wrong, and nobody hears the answer. */
function isCallerGone(error: unknown): boolean {
  return error instanceof Error && (error.name === "AbortError" || ("code" in error && error.code === "ECONNRESET"));
}

/** The transport has codes of its own (malformed input, method not supported); people see only ours. */
function fromTransport(error: ORPCError<string, unknown>): AppError {
  if (error.status === HTTP_STATUS.NOT_FOUND) return nothingHere();
  if (error.status === 405) return new AppError("BAD_INPUT", "This address takes another method.", { cause: error });
  return new AppError("BAD_INPUT", "The request could not be read: its body or its query is malformed.", { cause: error });
}

/** No procedure has this method and path. */
export function nothingHere(): AppError {
  return new AppError("NOT_FOUND", "There is nothing at this address.");
}

/** The body of `/api/v1` for an error of a procedure. */
export function toErrorBody(error: ORPCError<string, unknown>): ErrorBody {
  const details = Details.safeParse(error.data);
  const code = ErrorBody.shape.code.safeParse(error.code);
  return { code: code.success ? code.data : "INTERNAL", message: error.message, details: details.success ? details.data : {} };
}

import { type HTTPMethod, type HTTPPath, os } from "@orpc/server";
import type { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import type { Verb } from "@/lib/services/verb";
import type { RequestContext } from "./context";
import { PROCEDURE_ERRORS } from "./errors";
import { inputOf, outputOf } from "./schema";
import { refuseUnstorableText } from "./storable-text";

export interface ProcedureRoute {
  readonly method: Extract<HTTPMethod, "GET" | "POST" | "PUT" | "PATCH" | "DELETE">;
  /** Below `/api/v1`, in the product's words; `{name}` takes the input's property of that name. */
  readonly path: HTTPPath;
  /** One line that says what it does, in the reference. */
  readonly summary: string;
  /** The noun it is listed under. */
  readonly tags: readonly [string];
  /** More than the summary, where a rule deserves it. */
  readonly description?: string;
  /** The answer holds a secret shown once: it is never kept to be repeated, so an Idempotency-Key is refused. */
  readonly answersSecret?: boolean;
}

/** What the reference says of a procedure beyond its schemas. */
export interface ProcedureMeta extends Pick<Verb, "kind" | "permission"> {
  readonly answersSecret: boolean;
}

/**
 * A verb with its address: the same procedure serves the browser (`/rpc`) and engineers (`/api/v1`). Nothing is decided
 * here.
 */
export function procedure<Input extends z.ZodType, Output extends z.ZodType>(verb: Verb<Input, Output>, route: ProcedureRoute) {
  return os
    .$context<RequestContext>()
    .errors(PROCEDURE_ERRORS)
    .route({
      method: route.method,
      path: route.path,
      summary: route.summary,
      operationId: verb.verb,
      tags: [...route.tags],
      ...(route.description === undefined ? {} : { description: route.description }),
    })
    .meta({ kind: verb.kind, permission: verb.permission, answersSecret: route.answersSecret ?? false } satisfies ProcedureMeta)
    .input(inputOf(verb.input))
    .output(outputOf(verb.output))
    .handler(async ({ context, input }) => {
      if (context.idempotency && route.answersSecret)
        throw new AppError("BAD_INPUT", "This answer holds a secret and is not kept: send it without an Idempotency-Key.");
      refuseUnstorableText(input);
      return verb(context.actor, input, context.idempotency ? { idempotency: context.idempotency } : {});
    });
}

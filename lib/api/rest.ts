import { createHash } from "node:crypto";
import { OpenAPIHandler } from "@orpc/openapi/fetch";
import { requireActor } from "@/lib/auth/require-actor";
import type { PersonActor } from "@/lib/domain/access/actor";
import { AppError } from "@/lib/domain/errors";
import type { VerbOptions } from "@/lib/services/verb";
import type { RequestContext } from "./context";
import { nothingHere, toErrorBody, toProcedureError } from "./errors";
import { readQueryInput } from "./query-input";
import { readJsonText, withBody } from "./request-body";
import { asPrivate, errorResponse } from "./respond";
import { router } from "./router";
import { isVerbSchema } from "./schema";

const PREFIX = "/api/v1";

const handler = new OpenAPIHandler<RequestContext>(router, {
  customErrorResponseBodyEncoder: toErrorBody,
  clientInterceptors: [
    async ({ next, ...call }) => {
      const schema = call.procedure["~orpc"].inputSchema;
      const input = call.context.isSpelledOut && isVerbSchema(schema) ? readQueryInput(schema.zod, call.input) : call.input;
      try {
        return await next({ ...call, input });
      } catch (error) {
        throw toProcedureError(error);
      }
    },
  ],
});

/**
 * `/api/v1`: every verb as REST, for an API key or a signed-in browser. Errors are `{ code, message, details }`.
 * Writes by a key honour `Idempotency-Key`: the same key and request get the first answer again, the same key with
 * another request is a conflict.
 */
export async function handleRest(request: Request): Promise<Response> {
  try {
    const actor = await requireActor(request);
    const text = await readJsonText(request);
    const idempotency = idempotencyOf(request, actor, text);
    const isSpelledOut = request.method === "GET" || request.method === "DELETE";
    const context: RequestContext = { actor, isSpelledOut, ...(idempotency ? { idempotency } : {}) };
    const { matched, response } = await handler.handle(withBody(request, text), { prefix: PREFIX, context });
    return matched ? asPrivate(response) : errorResponse(nothingHere());
  } catch (error) {
    return errorResponse(error);
  }
}

/** Printable ASCII; long enough for two UUIDs and a purpose. */
const IDEMPOTENCY_KEY = /^[\x21-\x7e]{1,200}$/;

function idempotencyOf(request: Request, actor: PersonActor, text: string): VerbOptions["idempotency"] {
  const key = request.headers.get("idempotency-key");
  if (key === null || request.method === "GET") return undefined;
  if (actor.kind !== "key") throw new AppError("BAD_INPUT", "An Idempotency-Key works with an API key only.");
  if (!IDEMPOTENCY_KEY.test(key))
    throw new AppError("BAD_INPUT", "An Idempotency-Key has 1 to 200 printable ASCII characters without spaces.");
  const { pathname, search } = new URL(request.url);
  const requestHash = createHash("sha256").update(`${request.method} ${pathname}${search}\n${text}`).digest("hex");
  return { key, requestHash };
}

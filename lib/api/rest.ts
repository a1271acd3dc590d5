import { OpenAPIHandler } from "@orpc/openapi/fetch";
import { requireActor } from "@/lib/auth/require-actor";
import { addressedRouter, addressOf } from "./addressed-router";
import type { RequestContext } from "./context";
import { nothingHere, toErrorBody, toProcedureError } from "./errors";
import { idempotencyKeyOf, underKey } from "./idempotency-key";
import { readQueryInput } from "./query-input";
import { readJsonText, withBody } from "./request-body";
import { answering } from "./request-facts";
import { asPrivate, errorResponse } from "./respond";
import { isVerbSchema } from "./schema";

const PREFIX = "/api/v1";

const handler = new OpenAPIHandler<RequestContext>(addressedRouter, {
  customErrorResponseBodyEncoder: toErrorBody,
  clientInterceptors: [
    async ({ next, ...call }) => {
      const { inputSchema: schema, route } = call.procedure["~orpc"];
      // With a body only what stands in the address comes as text; the rest says itself what it is.
      const isText = (name: string) => call.context.isSpelledOut || (route.path ?? "").includes(`{${name}}`);
      const input = isVerbSchema(schema) ? readQueryInput(schema.zod, call.input, isText) : call.input;
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
export function handleRest(request: Request): Promise<Response> {
  return answering(PREFIX, request, () => answered(request));
}

async function answered(request: Request): Promise<Response> {
  try {
    const actor = await requireActor(request);
    const text = await readJsonText(request);
    const key = idempotencyKeyOf(request, actor);
    const isSpelledOut = request.method === "GET" || request.method === "DELETE";
    const context: RequestContext = { actor, isSpelledOut, ...underKey(key, request, text) };
    const { matched, response } = await handler.handle(withBody(request, text, addressOf(request.url)), { prefix: PREFIX, context });
    return matched ? asPrivate(response) : errorResponse(nothingHere());
  } catch (error) {
    return errorResponse(error);
  }
}

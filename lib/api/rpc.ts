import { createORPCErrorFromJson, isORPCErrorJson } from "@orpc/client";
import { RPCHandler } from "@orpc/server/fetch";
import { requireActor } from "@/lib/auth/require-actor";
import { AppError } from "@/lib/domain/errors";
import type { RequestContext } from "./context";
import { nothingHere, toProcedureError } from "./errors";
import { readJsonText, withBody } from "./request-body";
import { answering } from "./request-facts";
import { asPrivate } from "./respond";
import { router } from "./router";

const handler = new RPCHandler<RequestContext>(router, {
  clientInterceptors: [
    async ({ next }) => {
      try {
        return await next();
      } catch (error) {
        throw toProcedureError(error);
      }
    },
  ],
});

/** `/rpc`: the browser's one way in. A session cookie, sent from the studio's own pages. */
export function handleRpc(request: Request): Promise<Response> {
  return answering("/rpc", request, () => answered(request));
}

async function answered(request: Request): Promise<Response> {
  try {
    const actor = await requireActor(request);
    if (actor.kind === "key") throw new AppError("FORBIDDEN", "API keys are for /api/v1.");
    const readable = withBody(request, await readJsonText(request));
    const { matched, response } = await handler.handle(readable, { prefix: "/rpc", context: { actor, isSpelledOut: false } });
    if (!matched) throw nothingHere();
    return asPrivate(await inOurWords(response));
  } catch (error) {
    return refusal(error);
  }
}

/** The same answer, unless the transport refused the request before a procedure was called: it has codes of its own, people see ours. */
async function inOurWords(response: Response): Promise<Response> {
  if (response.status < 400 || response.status >= 500) return response;
  const { json }: { json?: unknown } = await response.clone().json();
  return isORPCErrorJson(json) && !json.defined ? refusal(createORPCErrorFromJson(json)) : response;
}

/** An error that happened outside a procedure, in the words of the RPC protocol. */
function refusal(error: unknown): Response {
  const known = toProcedureError(error);
  return asPrivate(Response.json({ json: known.toJSON() }, { status: known.status }));
}

import { randomUUID } from "node:crypto";
import { placeOf } from "@/lib/domain/metrics/traceparent";
import { type LogFacts, within } from "@/lib/log";
import { told } from "@/lib/trace";

const GIVEN = /^[\w.:-]{8,100}$/;

/** What the log says of everything that happens for a request: its id – the proxy's, where it gave one – and where it went. */
function requestFacts(request: Request, path: string): LogFacts {
  const given = request.headers.get("x-request-id") ?? "";
  return { requestId: GIVEN.test(given) ? given : randomUUID(), method: request.method, path };
}

/**
 * Answers a request with everything that happens for it logged under its id, and told of as one piece of work: part of the asker's trace
 * where they name one. The name says the door, not the address: ids of a studio belong to nobody else.
 */
export function answering(
  door: string,
  request: Request,
  answer: () => Promise<Response>,
  path = new URL(request.url).pathname,
): Promise<Response> {
  const work = {
    name: `${request.method} ${door}`,
    kind: "server",
    attributes: { "http.request.method": request.method, "http.route": door },
    parent: placeOf(request.headers.get("traceparent")),
    outcome: ({ status }: Response) => ({ isWell: status < 500, attributes: { "http.response.status_code": status } }),
  } as const;
  return within(requestFacts(request, path), () => told(work, answer));
}

/**
 * A route of its own – a file, an upload, a provider's word – answered like every other request. The log has the door in place of the
 * address, because an address here may itself be the permission: a share link's token.
 */
export function atDoor<Rest extends unknown[]>(door: string, answer: (request: Request, ...rest: Rest) => Promise<Response>) {
  return (request: Request, ...rest: Rest): Promise<Response> => answering(door, request, () => answer(request, ...rest), door);
}

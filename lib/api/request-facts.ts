import { randomUUID } from "node:crypto";
import type { LogFacts } from "@/lib/log";

const GIVEN = /^[\w.:-]{8,100}$/;

/** What the log says of everything that happens for a request: its id – the proxy's, where it gave one – and where it went. */
export function requestFacts(request: Request): LogFacts {
  const given = request.headers.get("x-request-id") ?? "";
  return { requestId: GIVEN.test(given) ? given : randomUUID(), method: request.method, path: new URL(request.url).pathname };
}

import { toErrorBody, toProcedureError } from "./errors";

/** What nobody may keep: answers depend on who asks and on the moment. */
const PRIVATE = { "cache-control": "no-store", "x-content-type-options": "nosniff" } as const;

/** An error that happened outside a procedure (before one was found, say), in the body of `/api/v1`. */
export function errorResponse(error: unknown): Response {
  const known = toProcedureError(error);
  return Response.json(toErrorBody(known), { status: known.status, headers: PRIVATE });
}

/** The same answer, marked as private. */
export function asPrivate(response: Response): Response {
  for (const [name, value] of Object.entries(PRIVATE)) response.headers.set(name, value);
  return response;
}

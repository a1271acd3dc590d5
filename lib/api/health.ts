import { isReady } from "@/lib/services/readiness";

/**
 * `{ live, ready }` for whoever supervises the process: 200 when the database answers, else 503. No session needed.
 * `start` names the start this process belongs to, in a header: a supervisor must not take another studio that sits on
 * the same port for its own.
 */
export async function handleHealth(start: string): Promise<Response> {
  const ready = await isReady();
  return Response.json(
    { live: true, ready },
    { status: ready ? 200 : 503, headers: { "cache-control": "no-store", "x-selects-start": start } },
  );
}

/** This process answers; whether it can work is another question. A supervisor restarts what is not live, and waits for what is not ready. */
export function handleLive(): Response {
  return Response.json({ live: true }, { headers: { "cache-control": "no-store" } });
}

import { isReady } from "@/lib/services/readiness";

/** `{ live, ready }` for whoever supervises the process: 200 when the database answers, else 503. No session needed. */
export async function handleHealth(): Promise<Response> {
  const ready = await isReady();
  return Response.json({ live: true, ready }, { status: ready ? 200 : 503, headers: { "cache-control": "no-store" } });
}

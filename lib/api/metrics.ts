import { createHash, timingSafeEqual } from "node:crypto";
import { exposition } from "@/lib/domain/metrics/exposition";
import type { Metric } from "@/lib/domain/metrics/metric";
import { processMetrics } from "@/lib/services/metrics/process-metrics";
import { readMetrics } from "@/lib/services/metrics/read-metrics";

/** Whoever scrapes often reads the same answer: the sums go over every run. */
const KEPT_MS = 5_000;

let kept: { readonly at: number; readonly metrics: Promise<readonly Metric[]> } | null = null;

/**
 * What the studio measures of itself, for Prometheus. Without a token in the environment there is nothing here; with one,
 * `Authorization: Bearer …` must carry it.
 */
export async function handleMetrics(request: Request, token: string | undefined): Promise<Response> {
  if (token === undefined) return refused(404, "There is nothing here.");
  const given = /^Bearer (.+)$/.exec(request.headers.get("authorization") ?? "")?.[1] ?? "";
  if (!isSame(given, token)) return refused(401, "This address needs the metrics token.");
  if (kept === null || Date.now() - kept.at > KEPT_MS) kept = { at: Date.now(), metrics: readMetrics() };
  const measured = await kept.metrics.catch(() => null);
  if (measured === null) {
    kept = null;
    return refused(503, "The database does not answer.");
  }
  return new Response(exposition([...measured, ...processMetrics()]), {
    headers: { "content-type": "text/plain; version=0.0.4; charset=utf-8", "cache-control": "no-store" },
  });
}

const refused = (status: number, message: string) => Response.json({ message }, { status, headers: { "cache-control": "no-store" } });

/** In constant time, and not even the length shows. */
function isSame(given: string, wanted: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}

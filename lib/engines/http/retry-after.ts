const LONGEST_MS = 3_600_000;

/** How long a provider asks us to wait, from its `retry-after` (seconds or a date); null when it does not say or says nonsense. Milliseconds, at most an hour. */
export function retryAfterMs(header: string | null, nowMs: number): number | null {
  if (header === null) return null;
  const text = header.trim();
  const ms = /^\d+(\.\d+)?$/.test(text) ? Number(text) * 1000 : Date.parse(text) - nowMs;
  return Number.isFinite(ms) ? Math.min(LONGEST_MS, Math.max(0, Math.ceil(ms))) : null;
}

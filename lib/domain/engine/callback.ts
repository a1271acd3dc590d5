import { isOnOwnNetwork } from "./connection";

/** Where an engine's webhooks arrive, below the studio's origin. */
export const callbackPath = (engineId: string, runId: string): string => `/api/webhooks/engines/${engineId}/${runId}`;

/**
 * The address a provider is given to nudge us about a run; null when no provider could reach it: a studio on one's own
 * machine or network, or one without https.
 */
export function callbackUrl(origin: string, engineId: string, runId: string): string | null {
  const { protocol, hostname } = new URL(origin);
  return protocol === "https:" && !isOnOwnNetwork(hostname) ? `${origin}${callbackPath(engineId, runId)}` : null;
}

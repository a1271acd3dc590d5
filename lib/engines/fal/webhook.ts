import { z } from "zod";
import type { WebhookMessage } from "../engine";
import { isFalWebhook, type PublicJwk } from "../http/webhook-signature";

const KEYS_ADDRESS = "https://rest.fal.ai/.well-known/jwks.json";
const CACHED_MS = 24 * 3_600_000;
const KEYS_TIMEOUT_MS = 10_000;
const Jwks = z.object({ keys: z.array(z.object({ kty: z.string(), crv: z.string().optional(), x: z.string().optional() })) });

/** How long fal is not asked again after its keys could not be read: a flood of forged messages is no flood of questions. */
const NOT_AGAIN_MS = 60_000;

let cached: { readonly keys: readonly PublicJwk[]; readonly readAtMs: number } | null = null;
let failedAtMs: number | null = null;
let asking: Promise<readonly PublicJwk[] | null> | null = null;

/**
 * Whether a message carries fal's signature. Its public keys are read once a day at most, and after a failure not for a
 * minute: such a message is then not authentic, and the run is looked at in its own time.
 */
export async function isSignedByFal(message: WebhookMessage, ask: typeof fetch = fetch): Promise<boolean> {
  if (!message.headers.has("x-fal-webhook-signature")) return false;
  const keys = await keysAt(message.receivedAtMs, ask);
  return keys !== null && isFalWebhook(message, keys);
}

async function keysAt(nowMs: number, ask: typeof fetch): Promise<readonly PublicJwk[] | null> {
  if (cached !== null && nowMs - cached.readAtMs <= CACHED_MS) return cached.keys;
  if (failedAtMs !== null && nowMs - failedAtMs < NOT_AGAIN_MS) return null;
  // Messages that come together ask once.
  asking ??= readKeys(nowMs, ask).finally(() => {
    asking = null;
  });
  return asking;
}

async function readKeys(nowMs: number, ask: typeof fetch): Promise<readonly PublicJwk[] | null> {
  try {
    const answer = await ask(KEYS_ADDRESS, { signal: AbortSignal.timeout(KEYS_TIMEOUT_MS), redirect: "error" });
    const { keys } = Jwks.parse(answer.ok ? await answer.json() : null);
    cached = { keys, readAtMs: nowMs };
    failedAtMs = null;
    return keys;
  } catch {
    failedAtMs = nowMs;
    return null;
  }
}

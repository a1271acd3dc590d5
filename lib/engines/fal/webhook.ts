import { z } from "zod";
import type { WebhookMessage } from "../engine";
import { isFalWebhook, type PublicJwk } from "../http/webhook-signature";

const KEYS_ADDRESS = "https://rest.fal.ai/.well-known/jwks.json";
const CACHED_MS = 24 * 3_600_000;
const KEYS_TIMEOUT_MS = 10_000;
const Jwks = z.object({ keys: z.array(z.object({ kty: z.string(), crv: z.string().optional(), x: z.string().optional() })) });

let cached: { readonly keys: readonly PublicJwk[]; readonly readAtMs: number } | null = null;

/** Whether a message carries fal's signature. Its public keys are read once a day at most. */
export async function isSignedByFal(message: WebhookMessage): Promise<boolean> {
  if (!message.headers.has("x-fal-webhook-signature")) return false;
  if (cached === null || message.receivedAtMs - cached.readAtMs > CACHED_MS) {
    const answer = await fetch(KEYS_ADDRESS, { signal: AbortSignal.timeout(KEYS_TIMEOUT_MS), redirect: "error" });
    if (!answer.ok) return false;
    cached = { keys: Jwks.parse(await answer.json()).keys, readAtMs: message.receivedAtMs };
  }
  return isFalWebhook(message, cached.keys);
}

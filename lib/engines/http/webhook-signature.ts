import { createHash, createHmac, createPublicKey, timingSafeEqual, verify } from "node:crypto";
import type { WebhookMessage } from "../engine";

/** A message older or newer than this is a replay or a lie. */
export const REPLAY_WINDOW_MS = 300_000;

/** Standard Webhooks (Replicate, OpenAI, Gemini): HMAC-SHA256 over `id.timestamp.body`; any of several signatures may match. */
export function isStandardWebhook(message: WebhookMessage, secret: string): boolean {
  const id = message.headers.get("webhook-id");
  const timestamp = message.headers.get("webhook-timestamp");
  const signatures = message.headers.get("webhook-signature")?.split(" ") ?? [];
  if (id === undefined || timestamp === undefined || !isFresh(timestamp, message.receivedAtMs)) return false;
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  if (key.byteLength === 0) return false;
  const expected = hmac(key, `${id}.${timestamp}.`, message.body).toString("base64");
  return signatures.some((signature) => signature.startsWith("v1,") && isSame(signature.slice(3), expected));
}

/** OpenRouter: `t=<unix>,v1=<hex>`, HMAC-SHA256 over `<t>,<body>`. */
export function isTimestampedHmac(message: WebhookMessage, header: string, secret: string): boolean {
  const fields = new Map((message.headers.get(header) ?? "").split(",").map((field) => splitOnce(field.trim())));
  const timestamp = fields.get("t");
  const signature = fields.get("v1");
  if (secret === "" || timestamp === undefined || signature === undefined || !isFresh(timestamp, message.receivedAtMs)) return false;
  return isSame(signature.toLowerCase(), hmac(secret, `${timestamp},`, message.body).toString("hex"));
}

/** A public key as JWKS lists it; fal's are Ed25519. */
export interface PublicJwk {
  readonly kty: string;
  readonly crv?: string | undefined;
  readonly x?: string | undefined;
}

/** fal: Ed25519 over request id, user id, timestamp and the body's SHA-256, a line each. Any listed key may have signed. */
export function isFalWebhook(message: WebhookMessage, keys: readonly PublicJwk[]): boolean {
  const part = (name: string) => message.headers.get(`x-fal-webhook-${name}`);
  const [requestId, userId, timestamp, signature] = [part("request-id"), part("user-id"), part("timestamp"), part("signature")];
  if (!requestId || !userId || !timestamp || !signature || !/^[0-9a-f]{128}$/i.test(signature)) return false;
  if (!isFresh(timestamp, message.receivedAtMs)) return false;
  const signed = Buffer.from([requestId, userId, timestamp, createHash("sha256").update(message.body).digest("hex")].join("\n"));
  return keys.some((key) => isSignedBy(key, signed, Buffer.from(signature, "hex")));
}

function isSignedBy({ kty, crv, x }: PublicJwk, signed: Uint8Array, signature: Uint8Array): boolean {
  if (kty !== "OKP" || crv !== "Ed25519" || x === undefined) return false;
  try {
    // fal pads the coordinate; a JWK must not.
    const key = createPublicKey({ key: { kty, crv, x: x.replace(/=+$/, "") }, format: "jwk" });
    return verify(null, signed, key, signature);
  } catch {
    return false;
  }
}

function isFresh(unixSeconds: string, nowMs: number): boolean {
  return /^\d{1,12}$/.test(unixSeconds) && Math.abs(nowMs - Number(unixSeconds) * 1000) <= REPLAY_WINDOW_MS;
}

function hmac(key: Uint8Array | string, prefix: string, body: Uint8Array): Buffer {
  return createHmac("sha256", key).update(prefix).update(body).digest();
}

/** Compares in constant time; both sides are hashed first, so that not even the length shows. */
function isSame(given: string, expected: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}

function splitOnce(field: string): [string, string] {
  const at = field.indexOf("=");
  return at < 0 ? [field, ""] : [field.slice(0, at), field.slice(at + 1)];
}

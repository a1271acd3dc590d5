const PREFIX = "whsec_";
const SECRET_BYTES = 32;

const toBase64 = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));

/** A secret as engineers keep it: `whsec_` and 32 bytes in base64. */
export function webhookSecret(bytes: Uint8Array): string {
  if (bytes.byteLength !== SECRET_BYTES) throw new Error(`A webhook's secret has ${SECRET_BYTES} bytes.`);
  return PREFIX + toBase64(bytes);
}

export interface SignedHeaders {
  readonly "webhook-id": string;
  readonly "webhook-timestamp": string;
  readonly "webhook-signature": string;
}

/**
 * The headers of Standard Webhooks: HMAC-SHA256 over `id.timestamp.body`, once by each secret, so that a receiver which
 * still has the one before a rotation goes on reading.
 */
export async function signedHeaders(
  { id, body, sentAt }: { readonly id: string; readonly body: string; readonly sentAt: Date },
  secrets: readonly string[],
): Promise<SignedHeaders> {
  const timestamp = Math.floor(sentAt.getTime() / 1000).toString();
  const signed = new TextEncoder().encode(`${id}.${timestamp}.${body}`);
  const signatures = await Promise.all(
    secrets.map(async (secret) => {
      const bytes = Uint8Array.from(atob(secret.slice(PREFIX.length)), (character) => character.charCodeAt(0));
      const key = await crypto.subtle.importKey("raw", bytes, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
      return `v1,${toBase64(new Uint8Array(await crypto.subtle.sign("HMAC", key, signed)))}`;
    }),
  );
  return { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": signatures.join(" ") };
}

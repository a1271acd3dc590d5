import { createHmac, timingSafeEqual } from "node:crypto";

/** What a signed upload address says. */
export interface SignedUpload {
  readonly uploadId: string;
  readonly fileName: string;
  readonly fileType: string;
}

export function sign(text: string, apiKey: string): string {
  return `hmac-sha256=${createHmac("sha256", apiKey).update(text).digest("hex")}`;
}

/** Whether whoever holds the key signed this text. */
export function isSignedBy(text: string, signature: string, apiKey: string): boolean {
  return isSame(signature, sign(text, apiKey));
}

/**
 * Reads an address made by UploadThing's `generateSignedURL`: the signature covers the whole text before it, character
 * for character, and every value is encoded twice. Null when it is not ours, was changed, or has expired.
 *
 * @param address the address without its query, from the configured origin: the one a proxy shows may differ
 * @param query the raw query as it arrived, with its `?`
 */
export function readSignedAddress(
  address: string,
  query: string,
  { apiKey, appId }: { readonly apiKey: string; readonly appId: string },
  nowMs: number,
): SignedUpload | null {
  const end = query.lastIndexOf("&signature=");
  if (end < 0) return null;
  const signature = decode(query.slice(end + "&signature=".length));
  if (signature === null || !isSame(signature, sign(address + query.slice(0, end), apiKey))) return null;
  const values = new URLSearchParams(query.slice(0, end));
  const value = (name: string) => decode(values.get(name) ?? "");
  const [uploadId, fileName, fileType] = [value("x-ut-custom-id"), value("x-ut-file-name"), value("x-ut-file-type")];
  if (!(Number(values.get("expires")) > nowMs) || value("x-ut-identifier") !== appId) return null;
  if (!uploadId || fileName === null || fileType === null) return null;
  return { uploadId, fileName, fileType };
}

function isSame(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/**
 * SHA-256 of a secret we made ourselves, as 64 hex digits: what is stored in its place. Enough for 256 random bits;
 * never for a password, which people choose.
 */
export async function secretHash(secret: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(secret));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

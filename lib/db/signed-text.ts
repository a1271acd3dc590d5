import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/env";

/** Keys for signatures, the newest first, drawn from those that seal: rotating them lets what an older one signed run out. */
const keys = () =>
  env()
    .engineSecrets()
    .map((secret) => createHash("sha256").update(`sign:${secret}`).digest());

const signed = (text: string, key: Buffer) => createHmac("sha256", key).update(text).digest();

/** A signature of this studio under a text, base64url: whoever shows both was given them by us. */
export function signText(text: string): string {
  const [key] = keys();
  if (!key) throw new Error("There is no key to sign with.");
  return signed(text, key).toString("base64url");
}

/** Whether this studio signed that text, with any of its keys. */
export function isSignedText(text: string, signature: string): boolean {
  const shown = Buffer.from(signature, "base64url");
  return keys().some((key) => {
    const expected = signed(text, key);
    return shown.length === expected.length && timingSafeEqual(shown, expected);
  });
}

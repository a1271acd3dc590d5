import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
import { env } from "@/lib/env";

/** A text as it lies in the database: `s1.<key id>.<nonce>.<tag>.<ciphertext>`, base64url. */
export type Sealed = string;

const FORMAT = "s1";
const NONCE_BYTES = 12;

interface SealingKey {
  readonly id: string;
  readonly bytes: Buffer;
}

/** The keys of this studio, the newest first: it seals, all of them open. */
function ring(): readonly SealingKey[] {
  return env()
    .engineSecrets()
    .map((secret) => ({
      id: createHash("sha256").update(`id:${secret}`).digest("hex").slice(0, 12),
      bytes: createHash("sha256").update(`key:${secret}`).digest(),
    }));
}

/**
 * Seals a secret with AES-256-GCM. `place` is bound to it: what was sealed for one workspace and engine cannot be opened
 * as another's, even by somebody who can write the database.
 */
export function seal(text: string, place: string): Sealed {
  const [key] = ring();
  if (!key) throw new Error("There is no key to seal with.");
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key.bytes, nonce).setAAD(Buffer.from(place));
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return [FORMAT, key.id, ...[nonce, cipher.getAuthTag(), body].map((part) => part.toString("base64url"))].join(".");
}

/** Opens what was sealed for `place`. Throws when it was changed, sealed for another place or with a key this studio does not have. */
export function unseal(sealed: Sealed, place: string): string {
  const [format, keyId, ...parts] = sealed.split(".");
  const [nonce, tag, body] = parts.map((part) => Buffer.from(part, "base64url"));
  const key = ring().find(({ id }) => id === keyId);
  if (format !== FORMAT || !nonce || !tag || !body) throw new Error("This is not a sealed secret.");
  if (!key) throw new Error("This secret was sealed with a key the studio does not have any more. Enter it again.");
  const decipher = createDecipheriv("aes-256-gcm", key.bytes, nonce, { authTagLength: 16 }).setAAD(Buffer.from(place)).setAuthTag(tag);
  return Buffer.concat([decipher.update(body), decipher.final()]).toString("utf8");
}

/** Whether a secret was sealed with the newest key; an older one is sealed anew when the keys are rotated. */
export function isSealedByNewest(sealed: Sealed): boolean {
  return sealed.split(".")[1] === ring()[0]?.id;
}

/** The two halves of a key: `publicId` (16 hex digits) may be shown, `secret` (32 bytes, base64url) is seen once. */
export interface ApiKeyHalves {
  readonly publicId: string;
  readonly secret: string;
}

const SHAPE = /^sel_([0-9a-f]{16})_([A-Za-z0-9_-]{43})$/;

/** The text an engineer keeps: `sel_<publicId>_<secret>`. */
export function writeApiKey({ publicId, secret }: ApiKeyHalves): string {
  return `sel_${publicId}_${secret}`;
}

/** Null when the text is not the shape of a key. */
export function readApiKey(text: string): ApiKeyHalves | null {
  const [, publicId, secret] = SHAPE.exec(text) ?? [];
  return publicId && secret ? { publicId, secret } : null;
}

export interface ApiKeyLife {
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
}

/** Whether a key still opens the door. Revoking wins over expiring. */
export function apiKeyState(key: ApiKeyLife, now: Date): "active" | "expired" | "revoked" {
  if (key.revokedAt) return "revoked";
  return key.expiresAt && key.expiresAt <= now ? "expired" : "active";
}

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apiKeyState, readApiKey, writeApiKey } from "@/lib/domain/access/api-key";

const publicId = fc.stringMatching(/^[0-9a-f]{16}$/);
const secret = fc.stringMatching(/^[A-Za-z0-9_-]{43}$/);

describe("an API key as text", () => {
  it("reads back as it was written, also when its secret contains the separator", () => {
    fc.assert(
      fc.property(fc.record({ publicId, secret }), (halves) => {
        expect(readApiKey(writeApiKey(halves))).toEqual(halves);
      }),
    );
  });

  it("is nothing else", () => {
    const key = `sel_${"a".repeat(16)}_${"B".repeat(43)}`;
    expect(readApiKey(key)).not.toBeNull();
    for (const other of ["", "sel_", key.slice(0, -1), `${key}x`, ` ${key}`, `${key}\n`, key.replace("sel", "SEL"), key.replace("a", "g")])
      expect(readApiKey(other)).toBeNull();
  });

  it("expires at its moment, and revoked is revoked", () => {
    const now = new Date("2026-01-01T00:00:00Z");
    const later = new Date(now.getTime() + 1);
    expect(apiKeyState({ expiresAt: null, revokedAt: null }, now)).toBe("active");
    expect(apiKeyState({ expiresAt: later, revokedAt: null }, now)).toBe("active");
    expect(apiKeyState({ expiresAt: now, revokedAt: null }, now)).toBe("expired");
    expect(apiKeyState({ expiresAt: now, revokedAt: now }, later)).toBe("revoked");
  });
});

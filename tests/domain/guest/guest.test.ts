import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deviceOf } from "@/lib/domain/guest/guest";
import { acceptedNote, markState } from "@/lib/domain/guest/mark";
import { GUEST_POWERS, GuestPowers } from "@/lib/domain/guest/power";
import { standingForGuest, whyNotRecommend } from "@/lib/domain/guest/recommendation";
import { linkExpiry, linkState, readShareToken, writeShareToken } from "@/lib/domain/guest/share-link";
import { CARD_STATUSES } from "@/lib/domain/review/status";

const hex = fc.string({ unit: fc.constantFrom(..."0123456789abcdef"), minLength: 16, maxLength: 16 });
const base64url = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString("base64url"));

describe("a share link", () => {
  it("is read back from the address it was written to, and from nothing shorter or longer", () => {
    fc.assert(
      fc.property(hex, base64url, fc.string({ minLength: 1, maxLength: 3 }), (publicId, secret, more) => {
        const text = writeShareToken({ publicId, secret });
        expect(readShareToken(text)).toEqual({ publicId, secret });
        expect(readShareToken(text + more)).toBeNull();
        expect(readShareToken(text.slice(more.length))).toBeNull();
      }),
      { numRuns: 40 },
    );
  });

  it("opens until it expires or is taken back, and taken back stays taken back", () => {
    const made = new Date("2026-11-22T08:00:00Z");
    const expiresAt = linkExpiry(made, 7);
    const later = (days: number) => new Date(made.getTime() + days * 24 * 3600 * 1000);
    expect(linkState({ expiresAt, revokedAt: null }, later(6.99))).toBe("open");
    expect(linkState({ expiresAt, revokedAt: null }, later(7))).toBe("expired");
    expect(linkState({ expiresAt, revokedAt: made }, later(8))).toBe("revoked");
    expect(linkState({ expiresAt: linkExpiry(made, null), revokedAt: null }, later(9_999))).toBe("open");
  });

  it("always shows its cards, and holds each power once and in one order", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...GUEST_POWERS), { maxLength: GUEST_POWERS.length }), (powers) => {
        const read = GuestPowers.safeParse(powers);
        expect(read.success).toBe(powers.includes("see"));
        if (read.success) expect(read.data).toEqual(GUEST_POWERS.filter((power) => powers.includes(power)));
      }),
      { numRuns: 40 },
    );
    // Deciding is no power, and nothing a link could hold.
    expect(GuestPowers.safeParse(["see", "approve"]).success).toBe(false);
  });
});

describe("what a guest says", () => {
  const standing = (status: (typeof CARD_STATUSES)[number]) => ({ status, attempts: [{ id: "one", status: "submitted" as const }] });

  it("is about the newest attempt while it waits for a decision, and changes come with a note", () => {
    for (const status of CARD_STATUSES) {
      expect(whyNotRecommend(standing(status), "one", "approve", "") === null).toBe(status === "in_review");
      expect(standingForGuest(standing(status))).toMatch(/^[A-Z].*\.$/);
    }
    expect(whyNotRecommend(standing("in_review"), "older", "approve", "")).toMatch(/newer attempt/);
    expect(whyNotRecommend(standing("in_review"), "one", "changes", " ")).toMatch(/note/);
    expect(whyNotRecommend(standing("in_review"), "one", "changes", "Warmer.")).toBeNull();
  });

  it("stays theirs when a reviewer takes it for a defect, however long", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 2_000 }), fc.string({ minLength: 1, maxLength: 80 }), (note, name) => {
        const accepted = acceptedNote(note, name);
        expect(accepted.length).toBeLessThanOrEqual(2_000);
        expect(accepted.endsWith(` (marked by ${name}, a guest)`)).toBe(true);
      }),
      { numRuns: 40 },
    );
    const now = new Date();
    expect([
      markState({ settledAt: null, defectId: null }),
      markState({ settledAt: now, defectId: "d" }),
      markState({ settledAt: now, defectId: null }),
    ]).toEqual(["open", "accepted", "dismissed"]);
  });
});

it("names the browser and system somebody came with", () => {
  const chrome = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";
  const iphone =
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile Safari/604.1";
  const firefox = "Mozilla/5.0 (Android 15; Mobile; rv:145.0) Gecko/145.0 Firefox/145.0";
  expect([chrome, `${chrome} Edg/142.0`, iphone, firefox, "curl/8.5", null].map(deviceOf)).toEqual([
    "Chrome on Windows",
    "Edge on Windows",
    "Safari on iPhone",
    "Firefox on Android",
    "Unknown browser",
    "Unknown browser",
  ]);
});

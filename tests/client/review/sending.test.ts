import { describe, expect, it } from "vitest";
import { consequence } from "@/components/review/send/consequence";
import { titleFrom } from "@/components/review/send/sent-variant";
import type { AttemptView, CardView } from "@/lib/domain/review/view";

const attempt = (number: number, viaFallback = false): AttemptView => ({
  id: `0199f3a0-0000-7000-8000-00000000000${number}`,
  number,
  status: "changes_requested",
  note: "",
  viaFallback,
  renews: null,
  picture: {
    assetId: "0199f3a0-0000-7000-8000-0000000000aa",
    kind: "image",
    fileName: "a.png",
    mimeType: "image/png",
    width: 8,
    height: 8,
    thumbHash: "",
    video: null,
  },
  variant: null,
  options: [],
  pickedBy: null,
  contentHash: "",
  submittedBy: { id: "0199f3a0-0000-7000-8000-0000000000bb", name: "Oskar" },
  submittedAt: "2026-01-01T00:00:00Z",
  decision: null,
  stale: false,
  staleBecause: null,
  recipeEdit: null,
  defects: [],
});

type Card = Pick<CardView, "attempts" | "fallbackTakenAt" | "status" | "meter">;
const card = (part: Partial<Card>): Card => ({
  attempts: [attempt(1)],
  fallbackTakenAt: null,
  status: "changes_requested",
  meter: { used: 0, total: 2, left: 2, waived: 0 },
  ...part,
});

describe("what sending to a card means, said beforehand", () => {
  it("is free for the first attempt", () => {
    expect(consequence(card({ attempts: [], status: "draft" }))).toBe("This becomes the first attempt; it uses no retry.");
  });

  it("uses a retry for every later one", () => {
    expect(consequence(card({}))).toBe("This becomes attempt 2 and uses retry 1 of 2.");
  });

  it("uses none for the one attempt the fallback path allows, and one again after it", () => {
    const taken = { fallbackTakenAt: "2026-01-02T00:00:00Z", meter: { used: 1, total: 2, left: 1, waived: 1 } };
    expect(consequence(card(taken))).toContain("uses no retry");
    expect(consequence(card({ ...taken, attempts: [attempt(1), attempt(2, true)] }))).toBe("This becomes attempt 3 and uses retry 2 of 2.");
  });

  it("warns of what it replaces", () => {
    expect(consequence(card({ status: "in_review" }))).toContain("takes the place of the attempt that still waits");
    expect(consequence(card({ status: "approved" }))).toContain("becomes stale");
  });
});

describe("the first title of a card", () => {
  it("is the prompt's first line", () => {
    expect(titleFrom("  a lone sailboat\nwatercolour")).toBe("a lone sailboat");
  });

  it("is cut at a word, without the comma before the cut", () => {
    const long = "amber glass perfume bottle on a podium, studio product shot, gouache on paper";
    expect(titleFrom(long)).toBe("amber glass perfume bottle on a podium, studio product shot");
  });

  it("is cut anyway where there is no word to cut at", () => {
    expect(titleFrom("x".repeat(90))).toHaveLength(60);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MAX_TITLE_LENGTH, titleOf } from "@/lib/domain/prompt/title";

describe("what a prompt is called", () => {
  it("is its first line with words in it, cut at a word", () => {
    expect(titleOf("\n  \n a pier at dawn \nsecond line")).toBe("a pier at dawn");
    expect(titleOf("a pier at dawn", 8)).toBe("a pier…");
    expect(titleOf("x".repeat(50), 10)).toBe(`${"x".repeat(9)}…`);
  });

  it("does not name what only the engine is told", () => {
    expect(titleOf("--slow=500 a pier at dawn --refuse")).toBe("a pier at dawn");
    expect(titleOf("--slow=2\na pier")).toBe("a pier");
    expect(titleOf("a pier -- at dawn, 1920--30")).toBe("a pier -- at dawn, 1920--30");
    expect(titleOf("--fail")).toBe("--fail");
  });

  it("is never longer than asked, and never splits a letter", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 400 }), (text) => {
        const title = titleOf(text);
        expect([...title].length).toBeLessThanOrEqual(MAX_TITLE_LENGTH);
        expect(title).not.toMatch(/\p{Cs}/u);
      }),
    );
  });
});

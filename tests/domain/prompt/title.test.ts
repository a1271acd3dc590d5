import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { branchTitle, MAX_TITLE_LENGTH, titleOf } from "@/lib/domain/prompt/title";

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

describe("what a branch is called beside its parent", () => {
  const parent = "a lone sailboat on a calm sea at sunset, watercolour";

  it("begins near what differs, so that siblings are told apart", () => {
    expect(branchTitle(parent, "a lone sailboat on a stormy sea at dusk, gouache", 36)).toBe("… on a stormy sea at dusk, gouache");
    expect(branchTitle(parent, "a lone sailboat on a calm sea at sunset, ink and gold", 36)).toBe("… a calm sea at sunset, ink and gold");
    expect(branchTitle(parent, `a lone sailboat on a stormy sea ${"and rain ".repeat(9)}`, 36)).toMatch(/^… stormy sea and rain/);
  });

  it("is the whole title where that fits, and where its very beginning differs", () => {
    expect(branchTitle(parent, "a lone sailboat at dusk", 36)).toBe("a lone sailboat at dusk");
    expect(branchTitle(parent, "three foxes in a misty pine forest at dawn, gouache", 36)).toBe(
      "three foxes in a misty pine forest at dawn, gouache",
    );
    expect(branchTitle(parent, parent, 20)).toBe(parent);
  });

  it("is an end of the title that holds the first difference, and longer than its room only from there on", () => {
    const words = fc.array(fc.constantFrom("sea", "boat", "at", "dusk", "red"), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(words, words, fc.integer({ min: 12, max: 60 }), (before, after, fits) => {
        const whole = after.join(" ");
        const title = branchTitle(before.join(" "), whole, fits);
        const shown = title.replace("… ", "");
        expect(whole.endsWith(shown)).toBe(true);
        const differs = after.findIndex((word, at) => word !== before[at]);
        if (differs <= 0) return;
        const fromDifference = after.slice(differs).join(" ");
        expect(shown.endsWith(fromDifference)).toBe(true);
        expect(title.length <= fits || shown === fromDifference).toBe(true);
      }),
    );
  });
});

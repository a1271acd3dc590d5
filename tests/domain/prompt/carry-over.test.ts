import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { carryOver } from "@/lib/domain/prompt/carry-over";
import { mergeText } from "@/lib/domain/prompt/merge-text";
import { anyRecipe, recipe } from "../../support/recipes";

const words = fc.array(fc.constantFrom("sea", "Sky,", "boat", "at", "night", "a"), { maxLength: 12 }).map((all) => all.join(" "));

describe("a text two changed", () => {
  it.each([
    ["a calm sea at noon", "a stormy sea at noon", "a calm sea at night", "a stormy sea at night", false],
    ["a calm sea", "a calm sea, boats", "a wild calm sea", "a wild calm sea, boats", false],
    ["a calm sea, ink", "a calm sea", "a calm lake, ink", "a calm lake", false],
    ["a calm sea", "a calm sea with a boat", "a calm sea at night", "a calm sea at night with a boat", false],
    ["a boat at noon", "a boat at noon, ink", "a boat at night", "a boat at night, ink", false],
    ["a red boat at sea", "a whole red boat at sea", "a blue boat at sea", "a whole blue boat at sea", false],
    ["a boat at noon", "a boat at dusk", "a boat at night", "a boat at dusk", true],
  ])("%s | %s | %s", (base, mine, theirs, text, collides) => {
    expect(mergeText(base, mine, theirs)).toEqual({ text, collides });
  });

  it("is the other's where one changed nothing, to the letter", () => {
    fc.assert(
      fc.property(words, words, (base, changed) => {
        expect(mergeText(base, changed, base).text).toBe(changed);
        expect(mergeText(base, base, changed).text).toBe(changed);
      }),
    );
  });

  it("keeps every word that one added and invents none", () => {
    fc.assert(
      fc.property(words, words, words, (base, mine, theirs) => {
        const of = (text: string) => text.split(" ").filter((word) => word !== "");
        const merged = mergeText(base, mine, theirs).text;
        const bare = (all: string) => new Set(of(all).map((word) => word.replace(",", "")));
        const known = new Set([...bare(base), ...bare(mine), ...bare(theirs)]);
        for (const word of bare(mine)) if (!bare(base).has(word)) expect(bare(merged).has(word)).toBe(true);
        for (const word of bare(merged)) expect(known.has(word)).toBe(true);
      }),
    );
  });
});

describe("a child under another parent", () => {
  it("is the new parent when it changed nothing, and itself when its parent did not change", () => {
    fc.assert(
      fc.property(anyRecipe, anyRecipe, (parent, other) => {
        expect(carryOver(parent, parent, other)).toEqual({ recipe: other, collides: false });
        expect(carryOver(parent, other, parent)).toEqual({ recipe: other, collides: false });
        expect(carryOver(parent, other, parent, "parent")).toEqual({ recipe: other, collides: false });
      }),
    );
  });

  it("keeps what is its own and takes the rest", () => {
    const [mood, look, shape] = ["mood", "look", "shape"].map((assetId) => ({ assetId, role: "style" as const, weight: 0.6 }));
    if (!mood || !look || !shape) throw new Error("three references");
    const parent = recipe({ text: "a calm sea at noon", references: [mood], count: 4 });
    const child = recipe({ text: "a calm sea at noon, gouache", references: [{ ...mood, weight: 0.2 }, look], count: 2 });
    const became = recipe({ text: "a stormy sea at noon", references: [mood, shape], count: 8 });
    expect(carryOver(parent, child, became).recipe).toMatchObject({
      text: "a stormy sea at noon, gouache",
      references: [{ ...mood, weight: 0.2 }, shape, look],
      count: 2,
    });
  });
});

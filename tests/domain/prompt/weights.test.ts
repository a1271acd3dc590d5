import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { weigh, weighableAt, weighedIn, withoutWeights } from "@/lib/domain/prompt/weights";
import { refusalOf } from "@/lib/domain/run/plan";
import { SKETCH_CAPABILITIES } from "@/lib/engines/sketch/capabilities";
import { recipe } from "../../support/recipes";

const LIMITS = { least: 0, most: 2 };
const at = (text: string, words: string) => ({ from: text.indexOf(words), to: text.indexOf(words) + words.length });
const caret = (place: number) => ({ from: place, to: place });

describe("weighed words", () => {
  it("are words in brackets with a number; other brackets are words as they are", () => {
    const text = "a (calm sea:1.3), (really) a \\(boat:2\\), (far : .5 ) and (10:30) but not (this: that)";
    expect(weighedIn(text).map(({ words, weight }) => [words, weight])).toEqual([
      ["calm sea", 1.3],
      ["far", 0.5],
      ["10", 30],
    ]);
    expect(withoutWeights("a (calm sea:1.3) at (night:0.5)")).toBe("a calm sea at night");
  });

  it("one press weighs the word at the caret, whole, and the next one the same word", () => {
    const first = weigh("a calm sea", caret(4), 1, LIMITS);
    expect(first).toEqual({ text: "a (calm:1.1) sea", from: 2, to: 12 });
    expect(first && weigh(first.text, first, 1, LIMITS)?.text).toBe("a (calm:1.2) sea");
    expect(first && weigh(first.text, first, -1, LIMITS)?.text).toBe("a calm sea");
  });

  it("weighs what is chosen, with a variable or whole alternatives in it, and never half a bracket", () => {
    const text = "a {subject} on [calm|rough] water";
    expect(weigh(text, at(text, "{subject} on [calm|rough]"), 1, LIMITS)?.text).toBe("a ({subject} on [calm|rough]:1.1) water");
    expect(weigh(text, at(text, "subject} o"), 1, LIMITS)?.text).toBe("a ({subject} on:1.1) [calm|rough] water");
    expect(weigh(text, caret(text.indexOf("bject")), -1, LIMITS)?.text).toBe("a ({subject}:0.9) on [calm|rough] water");
    expect(weigh(text, at(text, "calm|rough"), 1, LIMITS)).toBeNull();
    expect(weigh(text, at(text, "[calm"), 1, LIMITS)).toBeNull();
    expect(weigh("  ", caret(1), 1, LIMITS)).toBeNull();
  });

  it("goes no further than the model takes", () => {
    expect(weigh("(calm:2)", caret(3), 1, LIMITS)).toBeNull();
    expect(weigh("(calm:1.95)", caret(3), 1, LIMITS)?.text).toBe("(calm:2)");
    expect(weigh("calm", caret(2), 1, { least: 0, most: 1 })).toBeNull();
  });

  it("up and down again is the same text, and nothing but the weighed words ever changes", () => {
    const word = fc.constantFrom("calm", "sea,", "{subject}", "[a|b]", "(far:1.3)", "(really)", "l'été", "");
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), fc.nat(60), fc.nat(20), (words, from, length) => {
        const text = words.join(" ");
        const chosen = { from: Math.min(from, text.length), to: Math.min(from + length, text.length) };
        const up = weigh(text, chosen, 1, LIMITS);
        if (!up) return;
        const target = weighableAt(text, chosen);
        expect(up.text.slice(0, up.from)).toBe(text.slice(0, target?.from));
        expect(up.text.slice(up.to)).toBe(text.slice(target?.to));
        expect(weighableAt(up.text, up)).toMatchObject({ words: target?.words });
        expect(weigh(up.text, up, -1, LIMITS)?.text).toBe(text);
      }),
      { numRuns: 40 },
    );
  });
});

describe("a prompt with weights", () => {
  const weak = { ...SKETCH_CAPABILITIES, name: "Inpaint", wordWeights: { least: 0, most: 1 } };

  it("is refused where the model takes other ones, before anything is spent", () => {
    expect(refusalOf(recipe({ text: "a (calm:1.3) sea" }), weak)).toBe("Inpaint takes weights from 0 to 1; “calm” has 1.3.");
    expect(refusalOf(recipe({ text: "a (calm:0.3) sea" }), weak)).toBeNull();
  });

  it("is words as they are to a model without", () => {
    expect(refusalOf(recipe({ text: "a (calm:1.3) sea" }), SKETCH_CAPABILITIES)).toBeNull();
  });
});

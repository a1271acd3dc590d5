import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareWords } from "@/lib/domain/prompt/words";

const text = fc.array(fc.constantFrom("sea", "Sky,", "boat", "at", "night"), { maxLength: 15 }).map((words) => words.join(" "));
const rebuilt = (before: string, after: string, kinds: readonly string[]) =>
  compareWords(before, after)
    .filter((change) => kinds.includes(change.kind))
    .map((change) => change.text)
    .join(" ");

describe("comparing the words of two prompts", () => {
  it("keeps every word of the new text, in order", () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(rebuilt(before, after, ["same", "added"])).toBe(after);
      }),
    );
  });

  it("accounts for every word of the old text, in order", () => {
    const bare = (words: string) => words.toLowerCase().replaceAll(",", "");
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(bare(rebuilt(before, after, ["same", "removed"]))).toBe(bare(before));
      }),
    );
  });

  it("finds nothing where nothing changed, and joins neighbouring changes", () => {
    expect(compareWords("a red boat", "a red boat")).toEqual([{ kind: "same", text: "a red boat" }]);
    expect(compareWords("a boat at sea", "a boat at golden hour")).toEqual([
      { kind: "same", text: "a boat at" },
      { kind: "removed", text: "sea" },
      { kind: "added", text: "golden hour" },
    ]);
  });

  it("keeps phrases whole: a linking word between two changes is no anchor", () => {
    expect(compareWords("a lone sailboat on a calm sea, watercolour", "a red kite on a windy beach, watercolour")).toEqual([
      { kind: "same", text: "a" },
      { kind: "removed", text: "lone sailboat on a calm sea," },
      { kind: "added", text: "red kite on a windy beach," },
      { kind: "same", text: "watercolour" },
    ]);
  });

  it("answers for texts of any length", () => {
    const longOf = (letter: string) => Array.from({ length: 9_000 }, (_, index) => `${letter}${index}`).join(" ");
    const kindsTo = (text: string) => compareWords(longOf("w"), text).map((change) => change.kind);
    expect(kindsTo(`${longOf("w")} more`)).toEqual(["same", "added"]);
    expect(kindsTo(longOf("v"))).toEqual(["removed", "added"]);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FIELDS } from "@/lib/domain/search/fields";
import { matches } from "@/lib/domain/search/matches";
import { MAX_SEARCH_DEPTH, MAX_SEARCH_LENGTH, parseSearch } from "@/lib/domain/search/parse";
import type { Query, Row } from "@/lib/domain/search/query";

const boat: Row = {
  words: "A red sailboat on a calm sea, watercolour",
  engine: "Sketch sketch-1",
  by: "Ada Lindqvist",
  flag: "pick",
  rating: 4,
  colour: "green",
  costMicros: 2_000n,
  madeAt: Date.parse("2026-11-21T10:00:00Z"),
  is: new Set(["image", "final", "output"]),
};

function queryOf(typed: string): Query {
  const parsed = parseSearch(typed);
  if (parsed.kind === "mistake") throw new Error(`${typed}: ${parsed.mistake.sentence}`);
  return parsed.query;
}
const finds = (typed: string) => matches(queryOf(typed), boat);
const mistakeOf = (typed: string) => {
  const parsed = parseSearch(typed);
  return parsed.kind === "mistake" ? parsed.mistake : null;
};

describe("a search", () => {
  it.each([
    ["", true],
    ["sailboat", true],
    ["RED Sea", true],
    ["red lighthouse", false],
    ["red OR lighthouse", true],
    ["lighthouse OR storm", false],
    ['"calm sea"', true],
    ['"sea calm"', false],
    ["-storm", true],
    ["NOT sailboat", false],
    ["NOT NOT sailboat", true],
    ["lighthouse OR red AND storm", false],
    ["(lighthouse OR red) sea", true],
    ["-(lighthouse storm)", true],
    ["flag:pick rating:>=4 is:final", true],
    ["rating:>4", false],
    ["rating:4", true],
    ["cost:<0.01", true],
    ["cost:>=$0.002", true],
    ["cost:>0.002", false],
    ["by:ada engine:SKETCH", true],
    ['by:"ada lind"', true],
    ["since:2026-11-21 before:2026-11-22", true],
    ["before:2026-11-21", false],
    ["is:video", false],
    ["Ｒｅｄ", true],
    ['"calm se', true],
    ["watercolour,", false],
    ["sea,", true],
    ["scene:night", false],
    ["valueOf", false],
    ["constructor:x", false],
  ])("%s → %s", (typed, isFound) => expect(finds(typed)).toBe(isFound));

  it("takes and, or and not in small letters for words", () => {
    expect(queryOf("salt and pepper")).toEqual({
      kind: "and",
      of: ["salt", "and", "pepper"].map((text) => ({ kind: "words", text })),
    });
  });

  it.each([
    ["(sea", /not closed/, 0, 1],
    ["sea)", /closes nothing/, 3, 1],
    ["()", /nothing in this bracket/, 1, 1],
    ["OR sea", /nothing before OR/, 0, 2],
    ["sea OR", /missing at the end/, 6, 0],
    ["sea flag:gold", /A flag is none, pick or reject\. For example flag:pick/, 4, 9],
    ["rating:6", /0 to 5/, 0, 8],
    ["cost:cheap", /amount in dollars/, 0, 10],
    ["since:2026-02-30", /2026-11-21/, 0, 16],
    ["by:", /name after the colon/, 0, 3],
  ])("%s is a mistake with its place", (typed, sentence, at, length) => {
    expect(mistakeOf(typed)).toMatchObject({ sentence: expect.stringMatching(sentence), at, length });
  });

  it("has a limit on length and on brackets, and stays quick for anything typed", () => {
    expect(mistakeOf("a".repeat(MAX_SEARCH_LENGTH + 1))?.sentence).toMatch(/at most 1000/);
    expect(mistakeOf("(".repeat(MAX_SEARCH_DEPTH + 1))?.sentence).toMatch(/too many brackets/);
    fc.assert(
      fc.property(fc.oneof(fc.string({ maxLength: 200 }), fc.stringMatching(/^[()"a:\- <>=ORNT]{0,60}$/)), (typed) => {
        const parsed = parseSearch(typed);
        if (parsed.kind === "mistake") {
          expect(parsed.mistake.at + parsed.mistake.length).toBeLessThanOrEqual(typed.length);
          expect(parsed.mistake.sentence).toMatch(/[.\w]$/);
        } else expect(typeof matches(parsed.query, boat)).toBe("boolean");
      }),
    );
  });

  it("finds with NOT exactly what it does not find without", () => {
    const term = fc.constantFrom("red", "storm", "flag:pick", "flag:none", "rating:>2", "is:draft", '"calm sea"', "cost:<1");
    const joined = fc.array(fc.tuple(term, fc.constantFrom(" ", " OR ", " AND ")), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(joined, (parts) => {
        const typed = parts.map(([text, joint], index) => (index === 0 ? text : joint + text)).join("");
        expect(finds(`NOT (${typed})`)).toBe(!finds(typed));
      }),
    );
  });

  it("has an example for every field that reads", () => {
    for (const { example } of Object.values(FIELDS)) expect(parseSearch(example).kind).toBe("query");
  });
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { candidates, mentionsIn, nameInText, namingAt, partsOf } from "@/lib/domain/review/mention";

const ADA = { id: "ada", name: "Ada King" };
const ADAM = { id: "adam", name: "Ada King-Noel" };
const BEN = { id: "ben", name: "Ben" };
const PEOPLE = [ADA, ADAM, BEN];

test.each([
  ["@", 1, { from: 0, query: "" }],
  ["see @ki", 7, { from: 4, query: "ki" }],
  ["see @Ada Ki and more", 11, { from: 4, query: "Ada Ki" }],
  ["(@be", 4, { from: 1, query: "be" }],
  ["mail me@home", 12, null],
  ["no name", 3, null],
  ["@ two", 5, null],
  ["@ada\nnext", 9, null],
])("in %j with the caret at %i the name being written is %j", (text, caret, naming) => {
  expect(namingAt(text, caret)).toEqual(naming);
});

test("a person is found by any word of their name, and no more once the name is written out", () => {
  expect(candidates(PEOPLE, "KI")).toEqual([ADA, ADAM]);
  expect(candidates(PEOPLE, "noel")).toEqual([]);
  expect(candidates(PEOPLE, "b")).toEqual([BEN]);
  const written = nameInText("ask @be about it", { from: 4, query: "be" }, 7, "Ben");
  expect(written).toEqual({ text: "ask @Ben about it", caret: 9 });
  expect(candidates(PEOPLE, namingAt(written.text, written.caret)?.query ?? "")).toEqual([]);
});

test("of names that begin alike the longest is meant, and a name within a word is none", () => {
  expect(mentionsIn("@Ada King-Noel and @Ada King, not @Benny; @Ada King again", PEOPLE)).toEqual(["adam", "ada"]);
});

test("cutting a text at its names loses nothing of it", () => {
  const piece = fc.oneof(fc.constantFrom("@Ada King", "@Ada King-Noel", "@Ben", "@", " ", ","), fc.string({ maxLength: 4 }));
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join("");
      const parts = partsOf(text, PEOPLE);
      expect(parts.map((part) => part.text).join("")).toBe(text);
      for (const { text: cut, person } of parts) if (person) expect(cut).toBe(`@${person.name}`);
    }),
    { numRuns: 40 },
  );
});

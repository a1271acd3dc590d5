import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asWords, wordingOf } from "@/lib/domain/grid/wording";

const shapeOf = (text: string) => {
  const wording = wordingOf(text);
  if (wording.kind === "mistake") return wording.mistake;
  return wording.pieces.map((piece) =>
    piece.kind === "words" ? piece.text : piece.kind === "variable" ? { name: piece.name } : piece.options,
  );
};

describe("the wording of a prompt", () => {
  it.each([
    ["a red boat", ["a red boat"]],
    ["a [red|blue] boat", ["a ", ["red", "blue"], " boat"]],
    ["[red | blue|]", [["red", "blue", ""]]],
    ["a {colour} boat", ["a ", { name: "colour" }, " boat"]],
    ["[a {colour} boat|a fox]", [["a {colour} boat", "a fox"]]],
    ["a [red] boat (1.2)", ["a [red] boat (1.2)"]],
    ["a {Red} {} boat", ["a {Red} {} boat"]],
    ["a \\[red|blue\\] boat", ["a [red|blue] boat"]],
    ["[a\\|b|c]", [["a|b", "c"]]],
    ["open [ bracket", ["open [ bracket"]],
    ["[[red|blue]", ["[", ["red", "blue"]]],
    ["back \\ slash\\", ["back \\ slash\\"]],
    ["", []],
  ])("%s", (text, pieces) => expect(shapeOf(text)).toEqual(pieces));

  it("says what is wrong, and where", () => {
    expect(shapeOf("a [red|[blue|green]] boat")).toMatchObject({
      sentence: expect.stringMatching(/inside alternatives/),
      at: 7,
      length: 1,
    });
    expect(shapeOf("a [red|blue boat")).toMatchObject({ sentence: expect.stringMatching(/not closed/), at: 2, length: 1 });
  });

  it("covers a prompt from its first to its last character", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-c[\]{}|\\ ]{0,40}$/), (text) => {
        const wording = wordingOf(text);
        if (wording.kind === "mistake") return;
        let end = 0;
        for (const piece of wording.pieces) {
          expect(piece.at).toBe(end);
          end += piece.length;
        }
        expect(end).toBe(text.length);
      }),
    );
  });

  it("reads any words back as they are", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        expect(shapeOf(asWords(text))).toEqual(text === "" ? [] : [text]);
      }),
    );
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MEDIA } from "@/lib/engines/sketch/lexicon/media";
import { parsePrompt } from "@/lib/engines/sketch/parse/parse-prompt";
import type { Subject } from "@/lib/engines/sketch/parse/scene-spec";
import { flockOver } from "@/lib/engines/sketch/subjects/placing/flock";

const parse = (text: string) => parsePrompt({ text, negative: "", seed: 1 });

/** A thing in words: "2 red apple@left", and how another stands to it: "vase < flower inside". */
function told({ count, colour, word, relation, side, looks, isAloft }: Subject, subjects: readonly Subject[]): string {
  const name = [count === 1 ? null : count, colour, looks?.hair ?? null, word, isAloft ? "aloft" : null]
    .filter((part) => part !== null)
    .join(" ");
  const stands = relation === null ? "" : ` < ${subjects[relation.to]?.word} ${relation.kind}`;
  return `${name}${side === undefined ? "" : `@${side}`}${stands}`;
}

const things = (text: string) => {
  const { subjects } = parse(text).spec;
  return subjects.map((subject) => told(subject, subjects));
};

describe("a thing named again takes what is said of it", () => {
  test.each<[string, string[]]>([
    ["a cat and a dog. The cat is white and the dog is black", ["white cat", "black dog"]],
    ["a cat and a dog. The cat is white, the dog black", ["white cat", "black dog"]],
    ["The cat and the dog are white", ["white cat", "white dog"]],
    ["a fox and a boat. The fox is on the boat", ["fox", "boat < fox on"]],
    ["a boat and a fox. The fox is on the boat. The boat is under the fox", ["boat < fox on", "fox"]],
    [
      "a tree and a house. The tree is left of the house. A dog is in front of the house",
      ["tree", "house < tree left-of", "dog < house behind"],
    ],
    ["a basket and a cat. The cat is in the basket", ["basket < cat inside", "cat"]],
    ["a cat on the left and a dog on the right. The dog is brown", ["cat@left", "brown dog@right"]],
    ["a man and a woman. The man wears a hat and the woman has red hair", ["man", "red woman", "hat < man wearing"]],
    ["a car, the sky is orange", ["car"]],
  ])("%s", (text, expected) => {
    expect(things(text)).toEqual(expected);
    expect(parse(text).ignored.filter((word) => word !== "sky")).toEqual([]);
  });

  test.each<[string, string[]]>([
    ["a cat on a chair. It is white", ["white cat", "chair < cat on"]],
    ["a cat on a chair. It is red", ["cat", "red chair < cat on"]],
    ["a cat and a dog. They are white", ["white cat", "white dog"]],
    ["a man and a woman. She has a green dress. He wears a red hat", ["man", "green woman", "red hat < man wearing"]],
    ["a fox under a tree. A bird is above it", ["fox", "tree < fox below", "bird aloft"]],
    ["a basket. A cat is in it", ["basket < cat inside", "cat"]],
  ])("a pronoun stands for the nearest that it can be: %s", (text, expected) => expect(things(text)).toEqual(expected));

  test.each<[string, string[]]>([
    ["two cats, one black and one white", ["black cat", "white cat < cat among"]],
    ["three cats. One is white and the others are dark grey", ["white cat", "2 dark grey cat < cat among"]],
    ["a black and a white cat on a sofa", ["black cat", "white cat", "sofa < cat on"]],
    ["two red and three blue balloons", ["2 red balloon", "3 blue balloon"]],
    ["a cat beside another cat", ["2 cat"]],
  ])("of several each has its colour: %s", (text, expected) => expect(things(text)).toEqual(expected));

  test("a colour said of one of two things never reaches the other or the scene", () => {
    const noun = fc.constantFrom("cat", "car", "house", "vase", "fox", "boat", "chair");
    const colour = fc.constantFrom("red", "white", "blue", "dark green", "black");
    fc.assert(
      fc.property(fc.uniqueArray(noun, { minLength: 2, maxLength: 2 }), colour, fc.boolean(), ([a = "", b = ""], said, isFirst) => {
        const { spec, ignored } = parse(`a ${a} and a ${b}. The ${isFirst ? a : b} is ${said}`);
        expect(spec.subjects.map(({ word, colour: own }) => [word, own])).toEqual([
          [a, isFirst ? said : null],
          [b, isFirst ? null : said],
        ]);
        expect([spec.colours, ignored]).toEqual([[], []]);
      }),
      { numRuns: 40 },
    );
  });
});

describe("what is in or on another thing, and where that stands", () => {
  test.each<[string, string, string[]]>([
    ["a cat in a box", "meadow", ["cat", "box < cat inside"]],
    ["a fox in a boat on a lake", "lake", ["fox", "boat < fox inside"]],
    ["a man and a dog in a boat", "sea", ["man < dog among", "dog", "boat < dog inside"]],
    ["a cat on a boat", "sea", ["cat", "boat < cat on"]],
    ["a bowl of soup", "table", ["soup"]],
    ["two plates of spaghetti", "table", ["2 spaghetti"]],
    ["a plate of cookies", "table", ["3 cookie", "plate < cookie on"]],
    ["a house by the sea", "beach", ["house"]],
    ["a cottage by a lake", "lake", ["cottage"]],
    ["a horse by a lake", "beach", ["horse"]],
    ["a dog in front of a lighthouse", "beach", ["dog", "lighthouse < dog in-front-of"]],
    ["a sailboat and a lighthouse", "sea", ["sailboat", "lighthouse"]],
    ["six fish below a boat", "underwater", ["6 fish", "boat < fish below"]],
    ["two birds above a tree and a dog under the tree", "meadow", ["2 bird aloft", "tree < dog below", "dog"]],
  ])("%s", (text, place, expected) => {
    expect(parse(text).spec.places[0]).toBe(place);
    expect(things(text)).toEqual(expected);
    expect(parse(text).ignored).toEqual([]);
  });

  test("a flock is spread: none covers another, and all are inside their part of the picture", () => {
    const region = { left: 10, right: 250, top: 8, bottom: 110 };
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 24 }), fc.integer({ min: 10, max: 90 }), fc.nat(), (count, usual, seed) => {
        const perches = flockOver(region, count, usual, `${seed}`);
        expect(perches).toHaveLength(count);
        for (const [k, { x, y, size }] of perches.entries()) {
          expect(
            Math.min(x - size / 2 - region.left, region.right - x - size / 2, y - size - region.top, region.bottom - y),
          ).toBeGreaterThan(-1);
          for (const other of perches.slice(k + 1)) {
            const [aside, above] = [Math.abs(other.x - x), Math.abs(other.y - other.size / 2 - (y - size / 2))];
            expect(Math.max(aside, above)).toBeGreaterThan(0.49 * (size + other.size));
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe("a medium's word may be a thing", () => {
  const NOUNS: Readonly<Record<string, string>> = {
    "olive oil": "olive oil",
    "an ink bottle": "bottle",
    "a pencil on a table": "pencil",
    "an oil lamp": "oil lamp",
    "a pastel cake": "cake",
    "a yellow pencil": "pencil",
    "a box of crayons": "crayon",
    "a pen and a notebook": "pen",
    "a bottle of ink": "bottle",
    "a film camera": "film camera",
    "a comic book": "comic book",
    "three pencils": "pencil",
    "a boy holding a pencil": "pencil",
  };

  test("in every medium the thing is a thing, and the medium what the last word says", () => {
    for (const [words, noun] of Object.entries(NOUNS))
      for (const medium of MEDIA)
        for (const text of [`${words}, ${medium}`, `${words}, ${medium} style`, `${medium} drawing of ${words}`]) {
          const { spec } = parse(text);
          expect([text, spec.medium, spec.subjects.map(({ word }) => word).includes(noun)]).toEqual([text, medium, true]);
        }
  });

  test.each([
    ["a pencil fox", "pencil"],
    ["a fox, coloured pencil", "pencil"],
    ["a cat in oils", "oil"],
    ["a fox drawn with a pencil", "pencil"],
    ["a pen and ink drawing of a house", "ink"],
    ["oil pastel, a horse", "pastel"],
    ["an ink octopus", "ink"],
  ])("%s has one thing", (text, medium) => {
    const { spec, ignored } = parse(text);
    expect([spec.medium, spec.subjects.length, ignored]).toEqual([medium, 1, []]);
  });
});

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { lightOf } from "@/lib/engines/sketch/lexicon/lights";
import { mediumOf } from "@/lib/engines/sketch/lexicon/media";
import { placeOf } from "@/lib/engines/sketch/lexicon/places";
import { cameraOf } from "@/lib/engines/sketch/parse/manner-words";
import { parsePrompt } from "@/lib/engines/sketch/parse/parse-prompt";
import type { Subject } from "@/lib/engines/sketch/parse/scene-spec";
import { singular } from "@/lib/engines/sketch/parse/tokens";

const parse = (text: string, negative = "") => parsePrompt({ text, negative, seed: 3 });
const iconsOf = (subjects: readonly Subject[]) =>
  subjects.map(
    ({ shape, count }) => `${count} ${shape.kind === "icon" ? shape.icon : shape.kind === "lathe" ? shape.shape : shape.figure}`,
  );

/** Every word that some table of the engine knows. */
function lexiconWords(): readonly string[] {
  const room = new URL("../../../lib/engines/sketch/", import.meta.url);
  const tables = ["places", "lights", "moods", "looks", "subjects", "substances", "own-drawings", "media"].map(
    (name) => `lexicon/${name}.ts`,
  );
  const all = [...tables, "parse/manner-words.ts", "parse/read-size.ts", "parse/occasions.ts", "lexicon/nouns.json"];
  return [...new Set(all.flatMap((path) => readFileSync(new URL(path, room), "utf8").match(/[a-z]{3,}/g) ?? []))];
}

describe("a word that is told as understood changes the scene", () => {
  /** Hour, camera and medium are said, so that no other word of the prompt moves them by chance. */
  const MANNER = "wide shot at noon, gouache";

  test.each<[string, (word: string) => string, place: string]>([
    ["alone", (word) => `${word}, ${MANNER}`, "meadow"],
    ["before an animal", (word) => `a ${word} cat in a meadow, ${MANNER}`, "meadow"],
    ["in a street", (word) => `a cat in a street, ${word}, ${MANNER}`, "street"],
    ["of a thing in a studio", (word) => `a ${word} vase in a studio, ${MANNER}`, "studio"],
    ["of a sitter", (word) => `portrait of a ${word} woman, ${MANNER}`, "portrait studio"],
    ["in a room", (word) => `a living room, ${word}, ${MANNER}`, "interior"],
    ["under water", (word) => `underwater, ${word}, ${MANNER}`, "underwater"],
  ])("%s", (_, write, place) => {
    const without = parse(write(" ").replace(/ , /g, " ").replace(/^ *, /, ""));
    const scene = JSON.stringify(without.spec);
    /** Says once more what the prompt says already. */
    const isSaid = (word: string) =>
      place.split(" ").includes(placeOf(singular(word)) ?? "") ||
      lightOf(word) === "day" ||
      mediumOf(word) === "gouache" ||
      cameraOf(word) === "wide" ||
      /^(?:cloud|glossy|plastic|lacquered|nobody|lone|single|drawing|painting|sketch|kitten|kitty)$/.test(word) ||
      write("").includes(word);
    const idle = lexiconWords().filter((word) => {
      const { spec, understood } = parse(write(word));
      return understood.some((said) => said.split(" ").includes(word)) && JSON.stringify(spec) === scene && !isSaid(word);
    });
    expect(idle).toEqual([]);
  });

  test("a second medium, a meal that nobody sees and a number that finds no thing are told as ignored", () => {
    expect(parse("a fox, gouache, poster").ignored).toEqual(["poster"]);
    expect(parse("breakfast in space").ignored).toContain("breakfast");
    expect(parse("three mountains and a boat").ignored).toEqual(["three"]);
    expect(parse("a flying vase in a studio").ignored).toEqual(["flying"]);
  });
});

describe("a number counts what it stands before", () => {
  test.each<[string, string[]]>([
    ["four stars above a castle", ["4 star", "1 castle"]],
    ["seven snowflakes over a cabin", ["7 snowflake", "1 hut"]],
    ["three clouds over a house", ["3 cloud", "1 house"]],
    ["two suns over a desert", ["2 sun"]],
    ["three mountains and a boat", ["1 sailboat"]],
    ["five stars and two foxes", ["5 star", "2 fox"]],
    ["a pair of hats on a table", ["2 top-hat"]],
    ["a pizza and two glasses of wine", ["1 pizza", "2 goblet"]],
    ["a bottle of perfume and a rose", ["1 perfume", "1 rose"]],
    ["a bowl of cherries", ["8 cherries", "1 bowl"]],
  ])("%s", (text, expected) => expect(iconsOf(parse(text).spec.subjects)).toEqual(expected));

  test("counted stars are the stars of the night, counted flakes no snowfall", () => {
    expect(parse("four stars above a castle").spec).toMatchObject({ light: "night", without: ["stars"] });
    expect(parse("seven snowflakes over a cabin").spec.weather).toEqual([]);
  });
});

describe("a size is that of the thing that follows", () => {
  test.each<[string, (number | undefined)[]]>([
    ["a tiny mouse beside a huge elephant", [0.48, 1.7]],
    ["a tall man and a short woman", [1.18, 0.84]],
    ["a big red ball", [1.35]],
    ["three small birds and a tall tree", [0.68, 1.28]],
    ["a big bowl of apples", [undefined, 1.35]],
    ["a woman with short hair", [undefined]],
  ])("%s", (text, scales) => {
    const { spec, ignored } = parse(text);
    expect(spec.subjects.map(({ scale }) => scale)).toEqual(scales);
    expect(ignored).toEqual([]);
  });

  test("before a place it is ignored, and tiny alone is a camera far away", () => {
    expect(parse("a huge forest").ignored).toEqual(["huge"]);
    expect(parse("a small lake with a swan").ignored).toEqual(["small"]);
    expect(parse("a fox, tiny").spec.camera).toBe("wide");
  });
});

describe("a meal and a desk bring their things", () => {
  test.each<[string, string, string[]]>([
    ["a breakfast table, top-down", "table", ["1 pancakes", "1 hot-beverage", "1 tumbler", "1 croissant"]],
    ["a breakfast table with coffee", "table", ["1 hot-beverage", "1 pancakes", "1 tumbler", "1 croissant"]],
    ["a workspace", "table", ["1 laptop", "1 table-lamp", "1 books"]],
    ["a cat on a desk", "table", ["1 cat"]],
    ["a picnic in the park", "meadow", ["1 basket", "1 watermelon", "2 red-apple", "1 picnic-blanket"]],
    ["a family having dinner", "interior", ["3 woman", "1 served-plate", "2 wine-glass", "1 table"]],
    ["a man at a desk", "interior", ["1 man", "1 table"]],
    ["an apple on a table in a living room", "interior", ["1 red-apple", "1 table"]],
    ["a market stall", "meadow", ["1 market-stall"]],
  ])("%s", (text, place, expected) => {
    const { spec } = parse(text);
    expect(spec.places[0]).toBe(place);
    expect(iconsOf(spec.subjects)).toEqual(expected);
  });

  test("what is forbidden does not come", () => {
    expect(iconsOf(parse("a breakfast table", "pancakes, croissant").spec.subjects)).toEqual(["1 hot-beverage", "1 tumbler"]);
  });
});

test.each<[string, string[]]>([
  ["a dog and a boat. The dog is in the boat", ["1 dog", "1 rowboat"]],
  ["a boat and a dog. The dog sits in it", ["1 rowboat", "1 dog"]],
  ["a cat and a box. The cat is inside the box", ["1 cat", "1 open-box"]],
])("a later sentence speaks of the same things: %s", (text, expected) => {
  const { subjects } = parse(text).spec;
  expect(iconsOf(subjects)).toEqual(expected);
  expect(subjects.filter(({ relation }) => relation?.kind === "inside")).toHaveLength(1);
});

test.each([
  ['a woman in a white shirt with "HELLO" on it', "chest", "white"],
  ['a man with a t-shirt that says "HELLO"', "chest", null],
  ['a poster with "HELLO"', "top", null],
])("letters are where the words say: %s", (text, band, colour) => {
  const { spec } = parse(text);
  expect(spec.lettering).toMatchObject([{ text: "HELLO", band }]);
  expect(spec.subjects[0]?.colour ?? null).toBe(colour);
});

test("a hill is one hill under what stands on it, and hills are a meadow", () => {
  expect([parse("a castle on a hill").spec.hasHill, parse("rolling hills").spec.hasHill]).toEqual([true, undefined]);
});

test("who reads holds the book and sits where the words say, and both of two are under one umbrella", () => {
  const stands = (text: string) => {
    const { spec, ignored } = parse(text);
    expect(ignored).toEqual([]);
    return spec.subjects.map(
      ({ word, relation }) => `${word}${relation === null ? "" : ` < ${spec.subjects[relation.to]?.word} ${relation.kind}`}`,
    );
  };
  expect(stands("an old man reading a book on a bench")).toEqual(["man", "book < man holding", "bench < man on"]);
  expect(stands("a woman sitting in an armchair")).toEqual(["woman", "armchair < woman on"]);
  expect(stands("a fox and a rabbit under an umbrella")).toEqual(["fox < rabbit among", "rabbit", "umbrella < rabbit below"]);
});

test("a verb is no house, black and white is a picture without colours, and what is eaten is in the hand", () => {
  expect(parse("two kids building a snowman")).toMatchObject({
    spec: { subjects: [{ count: 2 }, { word: "snowman" }] },
    ignored: ["building"],
  });
  expect(parse("a tall building on a street").spec.subjects).toHaveLength(1);
  expect(parse("a black and white photo of a car").spec).toMatchObject({ mood: { saturation: 0.02 }, colours: [] });
  expect(parse("a black and white cat").spec).toMatchObject({ mood: {}, subjects: [{ colour: "black" }] });
  expect(parse("a monkey eating a banana").spec.subjects[1]?.relation).toEqual({ kind: "holding", to: 0 });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { iconSvg } from "@/lib/engines/sketch/lexicon/icons";
import { parsePrompt } from "@/lib/engines/sketch/parse/parse-prompt";
import { Random } from "@/lib/engines/sketch/raster/random";
import { bodyOf } from "@/lib/engines/sketch/subjects/bodies";

const parse = (text: string, negative = "", seed = 1) => parsePrompt({ text, negative, seed });
const scene = (text: string, negative = "", seed = 1) => parse(text, negative, seed).spec;
const named = (text: string, negative = "") =>
  scene(text, negative).subjects.map(({ word, count, colour }) =>
    [count, colour, word].filter((part) => part !== null && part !== 1).join(" "),
  );

describe("words become a scene", () => {
  test.each([
    ["a lone sailboat on a calm sea at sunset, watercolour", "sea", "sunset", "watercolour"],
    ["three foxes in a misty pine forest at dawn, gouache", "forest", "dawn", "gouache"],
    ["neon tokyo street at night with a robot, oil painting", "street", "neon", "oil"],
    ["lighthouse on a cliff above a stormy ocean, ink engraving", "sea", "storm", "ink"],
    ["city skyline at dusk, vector poster", "city", "dusk", "flat"],
    ["astronaut, comic", "space", "night", "halftone"],
    ["whale underwater, risograph", "underwater", "underwater", "risograph"],
    ["portrait of a woman in warm light, charcoal", "portrait", "golden", "pencil"],
    ["aurora over a frozen lake, chalk pastel", "lake", "aurora", "pastel"],
    ["a cosy living room, golden hour, photo", "interior", "golden", "render"],
  ])("%s", (text, place, light, medium) => {
    const spec = scene(text);
    expect({ place: spec.places[0], light: spec.light, medium: spec.medium }).toEqual({ place, light, medium });
  });

  test("counts, plurals and colours belong to their noun", () => {
    expect(named("three foxes and a red car")).toEqual(["3 fox", "red car"]);
    expect(named("hot air balloons")).toEqual(["3 hot air balloon"]);
    expect(named("red sneaker on a blue backdrop")).toEqual(["red sneaker"]);
    expect(scene("red sneaker on a blue backdrop").colours).toEqual(["blue"]);
    expect(scene("poster in pink and dark blue").colours).toEqual(["pink", "dark blue"]);
  });

  test("a relation ties the later thing to the earlier", () => {
    expect(scene("a cat on a chair").subjects[1]).toMatchObject({ word: "chair", relation: { kind: "on", to: 0 } });
    expect(scene("a fox behind a tree").subjects[1]?.relation).toEqual({ kind: "behind", to: 0 });
  });

  test("oil of a bottle is no medium, oil of a painter is", () => {
    expect(scene("oil bottle, ink").medium).toBe("ink");
    expect(scene("a bottle, oil on canvas").medium).toBe("oil");
  });

  test("text in quotation marks is lettering and not searched for nouns", () => {
    const spec = scene("a red poster saying “Fox Club”, flat");
    expect(spec.lettering).toBe("Fox Club");
    expect(spec.subjects).toEqual([]);
  });

  test("what is not understood is said", () => {
    expect(parse("quantum foxes of epistemology").ignored).toEqual(["quantum", "epistemology"]);
    expect(parse("狐 a fox").ignored).toEqual(["狐"]);
    expect(parse("a fox").understood).toEqual(["fox"]);
  });
});

describe("a negative prompt removes", () => {
  test("a thing by any of its names", () => {
    expect(named("a boat and a fox", "sailboat")).toEqual(["fox"]);
    expect(named("two foxes", "fox")).toEqual([]);
    expect(named("a man with a dog", "people")).toEqual(["dog"]);
  });

  test("what a scene would add by itself", () => {
    expect(scene("a meadow", "clouds, trees and flowers").without).toEqual(["clouds", "flowers", "trees"]);
  });

  test("weather and medium", () => {
    expect(scene("misty forest", "fog").weather).toEqual([]);
    expect(scene("a fox, oil painting", "oil").medium).not.toBe("oil");
  });
});

describe("a scene depends on its seed and nothing else", () => {
  test("the same seed gives the same scene", () => {
    expect(scene("a fox", "", 7)).toEqual(scene("a fox", "", 7));
  });

  test("neighbouring seeds are composed differently", () => {
    const compositions = [1, 2, 3, 4].map((seed) => scene("a sailboat on the sea", "", seed).composition);
    expect(new Set(compositions).size).toBe(4);
  });

  test("neighbouring seeds stand in different light, unless the words name one", () => {
    const lights = (text: string) => new Set([1, 2, 3, 4].map((seed) => scene(text, "", seed).light));
    expect(lights("a fox in a meadow").size).toBe(4);
    expect(lights("a fox in a meadow at noon").size).toBe(1);
  });

  test.each(["a turtle under water", "a turtle beneath the waves", "a turtle below the sea"])(
    "%s is underwater and nowhere else",
    (text) => {
      expect(scene(text, "", 1).places).toEqual(["underwater"]);
    },
  );

  test("a glass is a thing, unless it says what a thing is made of", () => {
    const shapes = (text: string) => scene(text, "", 1).subjects.map((subject) => subject.shape);
    expect(shapes("a glass of wine on a table")).toEqual([{ kind: "lathe", shape: "goblet", material: "glass" }]);
    expect(shapes("amber glass bottle")).toEqual([{ kind: "lathe", shape: "bottle", material: "glass" }]);
  });

  test("things in a vessel stand in it", () => {
    const [flowers, vase] = scene("tulips in a blue vase", "", 1).subjects;
    expect([flowers?.relation, vase?.relation]).toEqual([null, { kind: "inside", to: 0 }]);
    expect(scene("tulips on a table and a vase", "", 1).subjects[1]?.relation).toBeNull();
  });

  test("a named camera is kept by every seed", () => {
    expect([1, 2, 3].map((seed) => scene("close-up of a fox", "", seed).composition)).toEqual(["close-up", "close-up", "close-up"]);
  });
});

test("every noun of the lexicon has its drawing", async () => {
  const { default: nouns } = await import("@/lib/engines/sketch/lexicon/nouns.json");
  const names = Object.entries<string>(nouns);
  expect(names.length).toBeGreaterThan(1500);
  const isDrawn = (word: string, icon: string) =>
    bodyOf(icon, { colour: null, word, isNight: false, isSnowy: false }, new Random("1")) !== null || iconSvg(icon) !== null;
  expect(names.filter(([word, icon]) => !isDrawn(word, icon))).toEqual([]);
});

describe("hostile text is a scene like any other", () => {
  test.each([
    ["empty", ""],
    ["spaces", " \n\t "],
    ["ten thousand words", "fox sea night ".repeat(3334)],
    ["one endless word", "x".repeat(20_000)],
    ["right to left", "ثعلب في الغابة عند الغروب"],
    ["pictures only", "🦊🌊🌅✨"],
    ["control characters", "a\u0001fox\u0007\u001b[31m\u200b at\u202e sea"],
    ["names of object members", "constructor __proto__ toString hasOwnProperty valueOf"],
    ["numbers", "1 22 333 4444 0.5 -7"],
    ["quotes", "“”\"\"''«»“a"],
  ])("%s", (_, text) => {
    const { spec } = parse(text, text);
    expect(spec.places.length).toBeGreaterThan(0);
    expect(parse(text).spec.subjects.length).toBeLessThanOrEqual(5);
  });
});

test("any text and any negative give one scene, and always the same", () => {
  const word = fc.constantFrom(
    "fox",
    "red",
    "two",
    "on",
    "behind",
    ",",
    "oil",
    "night",
    "boats",
    "--",
    "“",
    "hot",
    "air",
    "balloon",
    "dark",
    "snow",
  );
  const text = fc.oneof(
    fc.string({ unit: "binary", maxLength: 300 }),
    fc.array(word, { maxLength: 40 }).map((words) => words.join(" ")),
  );
  fc.assert(
    fc.property(text, text, fc.nat(4_294_967_295), (prompt, negative, seed) => {
      const first = parse(prompt, negative, seed);
      expect(first.spec.places.length).toBeGreaterThan(0);
      expect(JSON.parse(JSON.stringify(first))).toEqual(JSON.parse(JSON.stringify(parse(prompt, negative, seed))));
    }),
    { numRuns: 300 },
  );
});

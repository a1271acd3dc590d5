import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { colourOf } from "@/lib/engines/sketch/lexicon/colours";
import { paintPicture } from "@/lib/engines/sketch/paint-picture";
import { parsePrompt } from "@/lib/engines/sketch/parse/parse-prompt";
import type { Subject } from "@/lib/engines/sketch/parse/scene-spec";
import { Raster } from "@/lib/engines/sketch/raster/image";
import { NO_REFERENCES } from "@/lib/engines/sketch/references/no-references";
import { renderScene } from "@/lib/engines/sketch/scene/render-scene";
import { paintSmall, rasterOf, shareNear, similarity } from "./paint";

const parse = (text: string, negative = "") => parsePrompt({ text, negative, seed: 1 });

/** A thing in words: "2 red apple", and how another stands to it: "vase < flower inside". */
function told({ count, colour, word, relation, isAloft }: Subject, subjects: readonly Subject[]): string {
  const name = [count === 1 ? null : count, colour, word, isAloft ? "aloft" : null].filter((part) => part !== null).join(" ");
  return relation === null ? name : `${name} < ${subjects[relation.to]?.word} ${relation.kind}`;
}

const things = (text: string) => {
  const { subjects } = parse(text).spec;
  return subjects.map((subject) => told(subject, subjects));
};

describe("words belong together as they were written", () => {
  test.each<[string, string[]]>([
    ["a boat in front of a lighthouse", ["boat", "lighthouse < boat in-front-of"]],
    ["a cup in front of a vase", ["cup", "vase < cup in-front-of"]],
    ["a red wooden boat", ["red boat"]],
    ["a black leather shoe", ["black shoe"]],
    ["a green velvet armchair", ["green armchair"]],
    ["a white wooden table", ["white table"]],
    ["a red Volkswagen car", ["red car"]],
    ["a brick house", ["terracotta house"]],
    ["a red brick house", ["red house"]],
    ["a yellow umbrella on a green beach chair", ["yellow umbrella", "green beach chair < umbrella on"]],
    [
      "a green apple to the left of a yellow banana and a red cherry to the right of the banana",
      ["green apple", "yellow banana < apple left-of", "red cherry < banana left-of"],
    ],
    ["a yellow car next to a red truck, and a blue bicycle behind the car", ["yellow car < bicycle behind", "red truck", "blue bicycle"]],
    ["a fox left of a bear and a rabbit right of the bear", ["fox", "bear < fox left-of", "rabbit < bear left-of"]],
    ["a red car and a blue car, a dog on the blue car", ["red car", "blue car < dog on", "dog"]],
    ["a bowl of red apples and green pears", ["3 red apple", "3 green pear < apple among", "bowl < apple inside"]],
    ["a basket with three eggs", ["3 egg", "basket < egg inside"]],
    ["a blue vase with sunflowers", ["3 sunflower", "blue vase < sunflower inside"]],
    ["a bowl of apples and a cat", ["3 apple", "bowl < apple inside", "cat"]],
    ["a bottle of red wine", ["burgundy bottle"]],
    ["a glass of orange juice", ["orange glass of orange juice"]],
    ["a purple octopus underwater with coral and fish", ["purple octopus", "coral", "fish"]],
    ["an eagle flying over mountains", ["eagle aloft"]],
    ["five birds in the sky", ["5 bird aloft"]],
    ["a house above a lake", ["house"]],
    ["a bride and a groom", ["white bride", "black groom"]],
    ["a purple house beside an orange tree", ["purple house", "orange tree"]],
    ["a snowman wearing a black hat and a red scarf", ["snowman", "black hat < snowman wearing", "red scarf < snowman wearing"]],
    ["a harp, a gramophone and a chandelier", ["harp", "gramophone", "chandelier"]],
    ["a red high heel shoe", ["red high heel shoe"]],
    ["a chef in a kitchen", ["chef", "stove", "fridge"]],
  ])("%s", (text, expected) => expect(things(text)).toEqual(expected));

  test.each([
    ["a brown horse on a green meadow", [], [{ place: "meadow", colour: "green" }]],
    ["a blue bird on a yellow beach", [], [{ place: "beach", colour: "yellow" }]],
    ["a red sunset over a green forest", ["red"], [{ place: "forest", colour: "green" }]],
    ["a lake in teal and gold", ["teal", "gold"], undefined],
    ["abstract circles in teal, coral and mustard", ["teal", "coral", "mustard"], undefined],
  ])("a place takes its own colour: %s", (text, colours, placeColours) => {
    const { spec } = parse(text);
    expect(spec.colours).toEqual(colours);
    expect(spec.placeColours).toEqual(placeColours);
  });

  test("weather and hour are both kept, and oil in a bottle is no medium", () => {
    expect(parse("a thunderstorm over the desert at night").spec).toMatchObject({ light: "night", weather: ["lightning", "rain"] });
    expect(parse("a beach in the snow").spec).toMatchObject({ places: ["beach"], weather: ["snow"] });
    expect(parse("a forest in the snow").spec.places).toEqual(["forest", "snow"]);
    expect(parse("a street at night with neon")).toMatchObject({ spec: { light: "neon" }, ignored: [] });
    expect(parse("a bottle of olive oil, pencil").spec.medium).toBe("pencil");
    expect(parse("a red car on a meadow road")).toMatchObject({ spec: { places: ["meadow"] }, ignored: ["road"] });
    expect(parse("a bear left of a tent, a canoe right of the tent").spec.places).toEqual(["beach"]);
  });

  test("what a negative prompt cannot take out is told", () => {
    expect(parse("a living room", "rug, blurry hands, pictures")).toMatchObject({
      spec: { without: ["pictures", "rug"] },
      ignored: ["without blurry hands"],
    });
    expect(parse("a windy kitchen").ignored).toEqual(["windy"]);
  });
});

describe("what stands where the words say", () => {
  test.each([
    ["a bicycle leaning on a wall", "bicycle", "in-front-of", "wall"],
    ["a train crossing a bridge", "train", "on", "bridge"],
    ["a parrot on a pirate's shoulder", "parrot", "on", "pirate"],
    ["a wooden box full of apples", "apple", "inside", "wooden box"],
    ["a bouquet of roses in a blue vase", "rose", "inside", "vase"],
    ["a cat wearing glasses", "cat", "wearing", "glasses"],
    ["a dog with a top hat", "dog", "wearing", "top hat"],
  ])("%s", (text, first, kind, second) => {
    const { spec, ignored } = parse(text);
    const holder = spec.subjects.find(({ word }) => word === second);
    expect(spec.subjects[holder?.relation?.to ?? -1]?.word).toBe(first);
    expect(holder?.relation?.kind).toBe(kind);
    expect(ignored).toEqual([]);
  });

  test("bread and cheese share their basket, and the deep sea is under water", () => {
    expect(parse("a basket with bread and cheese").spec.subjects.map(({ relation }) => relation?.kind ?? null)).toEqual([
      null,
      "among",
      "inside",
    ]);
    expect(parse("jellyfish in the deep sea").spec.places).toEqual(["underwater"]);
    expect(parse("a husky wearing glasses").ignored).toEqual([]);
  });

  test("a rainbow spans the sky behind everything, and as many candles stand on a cake as were counted", () => {
    const side = 128;
    const rainbow = renderScene(parse("a unicorn under a rainbow, flat").spec, side, side, NO_REFERENCES);
    const at = [...rainbow.subjects].find(([, { word }]) => word === "rainbow")?.[0];
    const columns = new Set([...rainbow.ids].flatMap((id, pixel) => (id === at ? [pixel % side] : [])));
    expect(at).toBe(Math.min(...rainbow.subjects.keys()));
    expect(columns.size).toBeGreaterThan(side * 0.5);
    const cake = renderScene(parse("a birthday cake with 7 candles, flat").spec, side, side, NO_REFERENCES);
    const topOf = (word: string) =>
      [...cake.subjects].filter((one) => one[1].word === word).map(([id]) => Math.floor([...cake.ids].indexOf(id) / side));
    expect(topOf("candle")).toHaveLength(7);
    const cakeTop = Math.min(...topOf("birthday cake"));
    for (const top of topOf("candle")) expect(top).toBeLessThan(cakeTop);
  });
});

describe("what is understood is seen", () => {
  const SIDE = 64;
  const paint = (text: string, negative = "", seed = 1) =>
    paintPicture({ text, negative, seed, width: SIDE, height: SIDE, references: [] });

  test("a word that is told as understood changes the picture", async () => {
    const place = fc.constantFrom("a beach", "a city", "a street", "a meadow", "a harbour", "a desert", "a forest");
    const said = fc.constantFrom("in the snow", "in fog", "in rain", "windy", "lightning", "at night");
    await fc.assert(
      fc.asyncProperty(place, said, fc.integer({ min: 1, max: 9 }), async (where, words, seed) => {
        // Hour, camera and medium are named: only the word in question makes a difference.
        const manner = "wide shot, gouache";
        const hour = words === "at night" ? "" : " at noon";
        const [without, withIt] = [
          await paint(`${where} at noon, ${manner}`, "", seed),
          await paint(`${where} ${words}${hour}, ${manner}`, "", seed),
        ];
        expect(withIt.parsed.ignored).toEqual([]);
        expect(similarity(await rasterOf(without.png, SIDE), await rasterOf(withIt.png, SIDE))).toBeLessThan(0.999);
      }),
      { numRuns: 12 },
    );
  });

  test("a season changes the colours of a forest, and neither its trees nor where they stand", () => {
    const { spec } = parse("a forest at noon, gouache");
    const ids = (season: typeof spec.season) => renderScene({ ...spec, season }, SIDE, SIDE, NO_REFERENCES).ids;
    for (const season of ["spring", "summer", "autumn"] as const) expect(ids(season)).toEqual(ids(null));
  });

  test("a word that is told as ignored changes nothing", async () => {
    const [without, withIt] = [
      await paint("a meadow at noon, wide shot, flat"),
      await paint("a meadow quizzical at noon, wide shot, flat"),
    ];
    expect(withIt.parsed.ignored).toEqual(["quizzical"]);
    expect(Buffer.from(withIt.png).equals(Buffer.from(without.png))).toBe(true);
  });

  test("sand is yellow under a sky that is not, and rugs and houses go when they are forbidden", async () => {
    const beach = await rasterOf((await paintSmall("a yellow beach at noon, flat")).png);
    const third = beach.samples.length / 3;
    const near = (from: number) =>
      shareNear(new Raster(beach.width, beach.height / 3, 3, beach.samples.slice(from, from + third)), colourOf("yellow"), 0.16);
    expect(near(2 * third)).toBeGreaterThan(0.5);
    expect(near(0)).toBeLessThan(0.1);
    for (const [text, negative] of [
      ["a living room, flat", "rug"],
      ["a street at noon, flat", "buildings"],
    ] as const) {
      const [whole, bare] = [await paint(text), await paint(text, negative)];
      expect(similarity(await rasterOf(whole.png, SIDE), await rasterOf(bare.png, SIDE))).toBeLessThan(0.98);
    }
  });
});

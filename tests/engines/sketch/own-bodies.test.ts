import { describe, expect, test } from "vitest";
import { colourOf } from "@/lib/engines/sketch/lexicon/colours";
import { iconBody } from "@/lib/engines/sketch/lexicon/icons";
import { parsePrompt } from "@/lib/engines/sketch/parse/parse-prompt";
import { labFromRgb } from "@/lib/engines/sketch/raster/colour";
import { Random } from "@/lib/engines/sketch/raster/random";
import { namedColoursIn } from "@/lib/engines/sketch/references/named-colours";
import { prepareReferences } from "@/lib/engines/sketch/references/prepare";
import { renderScene } from "@/lib/engines/sketch/scene/render-scene";
import { ID, type Stage } from "@/lib/engines/sketch/scene/stage";
import { bodyOf } from "@/lib/engines/sketch/subjects/bodies";
import { personSvg } from "@/lib/engines/sketch/subjects/own/person";
import { type Sprite, spriteFromSvg } from "@/lib/engines/sketch/subjects/sprite";
import { hasGlyph, strokesOf } from "@/lib/engines/sketch/subjects/stroke-font";

const SIDE = 96;
const OWN = [
  ["automobile", "car"],
  ["taxi", "taxi"],
  ["house", "house"],
  ["house-with-garden", "cabin"],
  ["sailboat", "sailboat"],
  ["sailboat", "sailing ship"],
  ["branch", "branch"],
  ["chair", "chair"],
  ["running-shoe", "sneaker"],
  ["spouting-whale", "whale"],
  ["bench", "bench"],
  ["butterfly", "butterfly"],
  ["castle", "castle"],
  ["chipmunk", "squirrel"],
  ["dragon", "dragon"],
  ["guitar", "guitar"],
  ["iceberg", "iceberg"],
  ["owl", "owl"],
  ["penguin", "penguin"],
  ["rocket", "rocket"],
  ["locomotive", "train"],
  ["tent", "tent"],
  ["violin", "violin"],
  ["waterfall", "waterfall"],
  ["angel", "angel"],
  ["campfire", "campfire"],
  ["cowboy", "cowboy"],
  ["bookshelf", "bookshelf"],
  ["fairy", "fairy"],
  ["fireplace", "fireplace"],
  ["pagoda", "pagoda"],
  ["throne", "throne"],
  ["lamppost", "lamppost"],
  ["pirate", "pirate"],
  ["samurai", "samurai"],
  ["torch", "torch"],
  ["treasure-chest", "treasure chest"],
  ["viking", "viking"],
  ["well", "wishing well"],
  ["windmill", "windmill"],
  ["witch", "witch"],
  ["wizard", "wizard"],
] as const;
/** Of one skin or one stone all over. */
const OF_ONE_COLOUR = [
  ["cactus", "cactus"],
  ["crocodile", "crocodile"],
  ["jellyfish", "jellyfish"],
  ["octopus", "octopus"],
  ["wall", "brick wall"],
  ["airship", "airship"],
  ["arch", "arch"],
  ["barrel", "barrel"],
  ["bridge", "bridge"],
  ["crate", "crate"],
  ["fence", "fence"],
  ["gate", "gate"],
  ["wagon", "wagon"],
  ["haystack", "haystack"],
  ["obelisk", "obelisk"],
  ["pier", "pier"],
  ["pillar", "pillar"],
  ["pyramid", "pyramid"],
  ["ruins", "ruins"],
  ["signpost", "signpost"],
  ["stairs", "stairs"],
  ["statue", "statue"],
  ["tower", "tower"],
] as const;

function drawn(icon: string, word: string, colour: string | null, seed = "1", facts = { isNight: false, isSnowy: false }): Sprite {
  const body = bodyOf(icon, { colour: colour === null ? null : colourOf(colour), word, ...facts }, new Random(seed));
  if (body === null) throw new Error(`no drawing of ${word}`);
  expect(body.isColoured).toBe(true);
  return spriteFromSvg(body.svg, 90);
}

/** Share of the drawn pixels whose hue is that of a colour. */
function shareOf({ pixels }: Sprite, colour: string): number {
  const [, a, b] = labFromRgb(...colourOf(colour));
  let near = 0;
  let all = 0;
  for (let i = 0; i < pixels.length; i += 4) {
    if ((pixels[i + 3] ?? 0) < 128) continue;
    all++;
    const own = labFromRgb((pixels[i] ?? 0) / 255, (pixels[i + 1] ?? 0) / 255, (pixels[i + 2] ?? 0) / 255);
    const chroma = Math.hypot(own[1], own[2]);
    if (chroma > 0.06 && (own[1] * a + own[2] * b) / (chroma * Math.hypot(a, b)) > 0.9) near++;
  }
  return near / all;
}

async function scene(text: string, seed = 1): Promise<Stage> {
  return renderScene(parsePrompt({ text, negative: "", seed }).spec, SIDE, SIDE, await prepareReferences([], SIDE, SIDE));
}

function rowsOf(stage: Stage): { top: number; bottom: number } {
  const rows = [...stage.ids.entries()].filter(([, id]) => id >= ID.SUBJECT).map(([pixel]) => Math.floor(pixel / SIDE));
  return { top: Math.min(...rows), bottom: Math.max(...rows) };
}

describe("things we draw ourselves", () => {
  test.each(OWN)("%s (%s) wears the colour of its noun and keeps parts of other colours", (icon, word) => {
    const share = shareOf(drawn(icon, word, "green", "2"), "green");
    expect(share).toBeGreaterThan(0.15);
    expect(share).toBeLessThan(0.95);
    expect(share).toBeGreaterThan(shareOf(drawn(icon, word, "red", "2"), "green") + 0.1);
  });

  test.each(OF_ONE_COLOUR)("%s (%s) wears the colour of its noun", (icon, word) => {
    const share = shareOf(drawn(icon, word, "green", "2"), "green");
    expect(share).toBeGreaterThan(0.3);
    expect(share).toBeGreaterThan(shareOf(drawn(icon, word, "red", "2"), "green") + 0.3);
  });

  test.each([...OWN, ...OF_ONE_COLOUR])("%s (%s) without a colour is not the same for every seed", (icon, word) => {
    const first = Buffer.from(drawn(icon, word, null, "1").pixels);
    expect(["2", "3", "4", "5", "6"].some((seed) => !first.equals(drawn(icon, word, null, seed).pixels))).toBe(true);
  });

  test.each(["daisy", "poppy", "rose", "sunflower", "tulip"])("a %s wears its colour and keeps green leaves; one is one", (flower) => {
    const blue = drawn(flower, flower, "blue", "2");
    expect(shareOf(blue, "blue")).toBeGreaterThan(0.12);
    expect(shareOf(blue, "green")).toBeGreaterThan(0.12);
    const single = bodyOf(flower, { colour: null, word: flower, isNight: false, isSnowy: false, isSingle: true }, new Random("2"));
    const blooms = (svg = "") => svg.split('<g transform="translate').length - 1;
    expect(blooms(single?.svg)).toBe(1);
    expect(blooms(bodyOf(flower, { colour: null, word: flower, isNight: false, isSnowy: false }, new Random("2"))?.svg)).toBeGreaterThan(2);
  });

  test("a person's coat has the colour that was asked for, in several poses", () => {
    const people = ["1", "2", "3", "4", "5", "6", "7", "8"].map((seed) =>
      spriteFromSvg(personSvg("man", colourOf("green"), new Random(seed)), 60),
    );
    for (const person of people) expect(shareOf(person, "green")).toBeGreaterThan(0.2);
    expect(new Set(people.map(({ pixels }) => Buffer.from(pixels).toString("base64"))).size).toBeGreaterThan(4);
  });

  test("windows are lit at night and dark by day", () => {
    const lamps = ({ pixels }: Sprite) => {
      let count = 0;
      for (let i = 0; i < pixels.length; i += 4) if (pixels[i] === 255 && pixels[i + 1] === 219 && pixels[i + 2] === 133) count++;
      return count;
    };
    expect(lamps(drawn("house", "house", null, "1", { isNight: true, isSnowy: false }))).toBeGreaterThan(30);
    expect(lamps(drawn("house", "house", null))).toBe(0);
  });
});

test("text in quotation marks is drawn over the picture", async () => {
  const { spec } = parsePrompt({ text: 'a meadow at noon, "HELLO"', negative: "", seed: 1 });
  const references = await prepareReferences([], SIDE, SIDE);
  const [written, plain] = [spec, { ...spec, lettering: [] }].map((own) => renderScene(own, SIDE, SIDE, references).image.samples);
  const changed = written?.filter((value, i) => Math.abs(value - (plain?.[i] ?? 0)) > 0.2).length ?? 0;
  expect(changed / (SIDE * SIDE * 3)).toBeGreaterThan(0.01);
  expect(changed / (SIDE * SIDE * 3)).toBeLessThan(0.3);
});

test("small letters, accents and signs are drawn as they were written", () => {
  const shapeOf = (character: string) => JSON.stringify(strokesOf(character).strokes);
  for (const letter of "abcdefghijklmnopqrstuvwxyz") expect(shapeOf(letter)).not.toBe(shapeOf(letter.toUpperCase()));
  const written = [..."abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789äéñçřůßøæłŠÅ!?&@%(){}[]".replace(/[{}]/g, "")];
  expect(new Set(written.map(shapeOf)).size).toBe(written.length);
  const lowest = (character: string) =>
    Math.max(
      ...strokesOf(character)
        .strokes.flat()
        .map(([, y]) => y),
    );
  for (const letter of "gjpqyç") expect(lowest(letter)).toBeGreaterThan(lowest("n") + 1);
  expect(hasGlyph("東")).toBe(false);
});

test.each(["fox", "lion", "panda", "koala", "raccoon", "unicorn", "frog", "leopard", "hamster"])(
  "the head of a %s is of the hand that drew its body",
  (icon) => {
    for (const seed of ["1", "2", "3", "4"]) {
      const body = bodyOf(icon, { colour: null, word: icon, isNight: false, isSnowy: false }, new Random(seed));
      expect(body?.svg).not.toContain(iconBody(icon)?.slice(0, 80));
    }
  },
);

test("winter lies on roads, roofs and fields", async () => {
  const bright = async (text: string, seed: number) => {
    const { image, ids } = await scene(text, seed);
    const pixels = [...ids.entries()].filter(([, id]) => id !== ID.SKY).map(([pixel]) => pixel);
    const white = pixels.filter((pixel) => [0, 1, 2].every((k) => (image.samples[pixel * 3 + k] ?? 0) > 0.74));
    return white.length / pixels.length;
  };
  for (const place of ["street", "city skyline", "meadow", "village"])
    expect(await bright(`a ${place} in winter, flat`, 2)).toBeGreaterThan((await bright(`a ${place} in summer at dawn, flat`, 2)) + 0.04);
});

describe("where things stand", () => {
  test("a house by a lake stands on the shore, a boat in the water", async () => {
    const [house, boat] = [await scene("a house by a lake, flat", 3), await scene("a sailboat on a lake, flat", 3)];
    expect(rowsOf(house).bottom).toBeLessThan(house.horizon + 0.05 * SIDE);
    expect(rowsOf(boat).bottom).toBeGreaterThan(boat.horizon + 0.05 * SIDE);
  });

  test("flowers in a vase are seen above its rim", async () => {
    const stage = await scene("tulips in a blue vase, studio, flat", 2);
    const rows = (isWanted: (id: number) => boolean) =>
      [...stage.ids.entries()].filter(([, id]) => isWanted(id)).map(([pixel]) => Math.floor(pixel / SIDE));
    const vase = Math.max(...stage.ids);
    expect(Math.min(...rows((id) => id >= ID.SUBJECT && id < vase))).toBeLessThan(Math.min(...rows((id) => id === vase)) - 3);
  });

  test("a cat stands on top of a wall, an old woman sits on a bench with her feet on the ground", async () => {
    const wall = await scene("a cat on a wall, flat", 3);
    const [cat, bricks] = [ID.SUBJECT, ID.SUBJECT + 1].map((id) => {
      const rows = [...wall.ids.entries()].filter(([, own]) => own === id).map(([pixel]) => Math.floor(pixel / SIDE));
      return { top: Math.min(...rows), bottom: Math.max(...rows) };
    });
    const ids = new Set(wall.ids.filter((id) => id >= ID.SUBJECT));
    expect(ids.size).toBe(2);
    expect(Math.abs(Math.min(cat?.bottom ?? 0, bricks?.bottom ?? 0) - Math.max(cat?.top ?? 0, bricks?.top ?? 0))).toBeLessThan(0.1 * SIDE);
    const { spec } = parsePrompt({ text: "an old woman on a park bench", negative: "", seed: 1 });
    expect(spec.subjects).toMatchObject([{ shape: { figure: "woman", isOld: true } }, { shape: { icon: "bench" } }]);
    const bench = await scene("an old woman on a park bench, flat", 3);
    const feet = (id: number) =>
      Math.max(...[...bench.ids.entries()].filter(([, own]) => own === id).map(([pixel]) => Math.floor(pixel / SIDE)));
    expect(Math.abs(feet(ID.SUBJECT) - feet(ID.SUBJECT + 1))).toBeLessThan(0.06 * SIDE);
  });

  test("who stands between two has one of them on either side; nothing stands between one", async () => {
    const boxesOf = (stage: Stage) =>
      [0, 1, 2].map((k) => {
        const own = [...stage.ids.entries()].filter(([, id]) => stage.subjects.get(id) === stage.spec.subjects[k]);
        return own.reduce((sum, [pixel]) => sum + (pixel % SIDE) / own.length, 0);
      });
    for (const seed of [1, 2, 3]) {
      const [cat = 0, dog = 0, chair = 0] = boxesOf(await scene("a cat between a dog and a chair, flat", seed));
      expect((dog - cat) * (chair - cat)).toBeLessThan(0);
    }
    const alone = parsePrompt({ text: "a cat between a tree", negative: "", seed: 1 });
    expect(alone.ignored).toEqual(["between"]);
    expect(alone.spec.subjects.every(({ relation }) => relation === null)).toBe(true);
  });

  test("what is under a chair is small before its legs; what is held is at the hand, what is worn on the head", async () => {
    const stage = await scene("a cat under a chair, flat", 2);
    const box = (own: Stage, k: number) => {
      const pixels = [...own.ids.entries()].filter(([, id]) => own.subjects.get(id) === own.spec.subjects[k]).map(([pixel]) => pixel);
      const [xs, ys] = [pixels.map((pixel) => pixel % SIDE), pixels.map((pixel) => Math.floor(pixel / SIDE))];
      return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
    };
    const [cat, chair] = [box(stage, 0), box(stage, 1)];
    expect(cat.bottom - cat.top).toBeLessThan(0.6 * (chair.bottom - chair.top));
    expect(cat.left).toBeGreaterThan(chair.left - 4);
    expect(cat.right).toBeLessThan(chair.right + 4);
    const holding = await scene("a man holding a candle on a street, flat", 2);
    const [man, candle] = [box(holding, 0), box(holding, 1)];
    expect(candle.bottom).toBeLessThan(man.bottom - 0.3 * (man.bottom - man.top));
    expect(candle.left).toBeLessThan(man.right + 2);
    const wearing = await scene("a man wearing a top hat on a street, flat", 2);
    expect(box(wearing, 1).top).toBeLessThan(box(wearing, 0).top + 2);
    expect(parsePrompt({ text: "a woman holding hands and wearing shoes", negative: "", seed: 1 }).ignored).toEqual(
      expect.arrayContaining(["holding", "wearing"]),
    );
  });

  test("with the light behind it a body is darker than without, its rim brighter than a silhouette's", async () => {
    const light = async (text: string) => {
      const { ids, image } = await scene(text, 3);
      const tones = [...ids.entries()]
        .filter(([, id]) => id >= ID.SUBJECT)
        .map(
          ([pixel]) => labFromRgb(image.samples[pixel * 3] ?? 0, image.samples[pixel * 3 + 1] ?? 0, image.samples[pixel * 3 + 2] ?? 0)[0],
        )
        .sort((a, b) => a - b);
      return { middle: tones[Math.floor(tones.length / 2)] ?? 0, brightest: tones[Math.floor(tones.length * 0.97)] ?? 0 };
    };
    const [plain, rim, outline] = await Promise.all(
      ["a horse in a meadow, flat", "a backlit horse in a meadow, flat", "silhouette of a horse in a meadow, flat"].map(light),
    );
    expect(rim?.middle).toBeLessThan((plain?.middle ?? 0) - 0.1);
    expect(rim?.brightest).toBeGreaterThan((outline?.brightest ?? 1) + 0.2);
    expect(parsePrompt({ text: "a backlit sea", negative: "", seed: 1 }).ignored).toEqual(["backlit"]);
  });

  test("a person near by keeps the head in the picture", async () => {
    for (const seed of [1, 2, 3, 4, 5, 6, 7, 8])
      expect(rowsOf(await scene("close-up of a man on a street, flat", seed)).top).toBeGreaterThan(0);
  });

  test("the mirror image of a named thing keeps most of its colour under a style", async () => {
    const stage = await scene("a red sailboat on a calm lake", 3);
    const mirrored = [...stage.mirroredIds.entries()].filter(([, id]) => id === ID.SUBJECT).map(([pixel]) => pixel);
    expect(mirrored.length).toBeGreaterThan(30);
    const { things } = namedColoursIn(stage.image, stage);
    const kept = mirrored.reduce((sum, pixel) => sum + (things.samples[pixel] ?? 0), 0) / mirrored.length;
    expect(kept).toBeGreaterThan(0.5);
  });
});

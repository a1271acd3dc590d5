import sharp from "sharp";
import { describe, expect, test, vi } from "vitest";
import { SKETCH_REVISION } from "@/lib/engines/sketch/capabilities";
import { inpaint } from "@/lib/engines/sketch/edit/fill/inpaint";
import { EditRefusal } from "@/lib/engines/sketch/edit/refusal";
import { parsePrompt } from "@/lib/engines/sketch/parse/parse-prompt";
import { labFromRgb } from "@/lib/engines/sketch/raster/colour";
import { Raster } from "@/lib/engines/sketch/raster/image";
import { stageOfScene } from "@/lib/engines/sketch/scene/own-things";
import { paintPlace } from "@/lib/engines/sketch/scene/render-scene";
import { ID, Stage } from "@/lib/engines/sketch/scene/stage";
import { sceneOf } from "@/lib/engines/sketch/scene/stored-scene";
import { edit, ellipseMask, landscape, meanColour, pixelsOf, pngOf } from "./edit";
import { paintSmall, SMALL, toneDistance, toneOfPicture } from "./paint";

vi.setConfig({ testTimeout: 90_000 });

const lightnessOf = (colour: readonly [number, number, number]) => labFromRgb(...colour)[0];

/** Largest difference of a channel over the pixels that `isCounted` names. */
async function largestChange(before: Uint8Array, after: Uint8Array, isCounted: (x: number, y: number) => boolean): Promise<number> {
  const first = await pixelsOf(before);
  const second = await pixelsOf(after);
  expect([second.width, second.height]).toEqual([first.width, first.height]);
  let largest = 0;
  for (let y = 0; y < first.height; y++) {
    for (let x = 0; x < first.width; x++) {
      if (!isCounted(x, y)) continue;
      const i = (y * first.width + x) * 4;
      for (let k = 0; k < 4; k++) largest = Math.max(largest, Math.abs((first.data[i + k] ?? 0) - (second.data[i + k] ?? 0)));
    }
  }
  return largest;
}

describe("outside the mask not one pixel changes", () => {
  const isOutside = (x: number, y: number) => ((x - 50.4) / 17.8) ** 2 + ((y - 43.2) / 17.8) ** 2 > 1;

  test.each(["", "make it night", "a blue house", "recolour it green", "as ink drawing", "add snow", "remove the balloon"])(
    "“%s”",
    async (text) => {
      const image = await landscape(96, 72);
      const { png } = await edit(image, text, { mask: await ellipseMask(96, 72) });
      expect(await largestChange(image, png, isOutside)).toBe(0);
      expect(await largestChange(image, png, (x, y) => !isOutside(x, y))).toBeGreaterThan(20);
    },
  );

  test("a style reference stays inside it too", async () => {
    const image = await landscape(96, 72);
    const references = [
      {
        role: "style",
        weight: 1,
        bytes: await pngOf(
          '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><rect width="40" height="40" fill="#e0a"/></svg>',
        ),
      },
    ] as const;
    const { png } = await edit(image, "", { mask: await ellipseMask(96, 72), references });
    expect(await largestChange(image, png, isOutside)).toBe(0);
  });
});

describe("what a thing under the mask throws goes with it", () => {
  test("its mirror image, in a picture of our own", async () => {
    const side = 128;
    const { png, parsed } = await paintSmall("a red sailboat on a calm sea at noon, render", { seed: 3, width: side, height: side });
    const stage = stageOfScene(parsed.spec, side, side);
    const mask = await sharp(
      Uint8Array.from(stage.ids, (id) => (id >= ID.SUBJECT ? 255 : 0)),
      { raw: { width: side, height: side, channels: 1 } },
    )
      .png()
      .toBuffer();
    const scene = JSON.parse(JSON.stringify({ ...parsed.spec, revision: SKETCH_REVISION }));
    const removed = await pixelsOf((await edit(png, "", { mask, scene })).png);
    const before = await pixelsOf(png);
    const redness = ({ data }: typeof before) => {
      let [sum, count] = [0, 0];
      for (const [pixel, id] of stage.mirroredIds.entries()) {
        if (id === 0 || (stage.ids[pixel] ?? 0) >= ID.SUBJECT) continue;
        sum += (data[pixel * 4] ?? 0) - (data[pixel * 4 + 2] ?? 0);
        count++;
      }
      return sum / count;
    };
    const water = (await meanColour(png, 0, 0.9, 0.1, 1)).map((value) => value * 255);
    const still = (water[0] ?? 0) - (water[2] ?? 0);
    expect(redness(before)).toBeGreaterThan(still + 15);
    expect(redness(removed)).toBeLessThan(still + 8);
  });

  test("its shadow, in a picture of unknown making", async () => {
    const image =
      await pngOf(`<svg xmlns="http://www.w3.org/2000/svg" width="200" height="120"><rect width="200" height="60" fill="#8fb8dd"/>
      <rect y="60" width="200" height="60" fill="#8fae62"/><ellipse cx="112" cy="97" rx="30" ry="6" fill="#56693b"/><circle cx="100" cy="72" r="24" fill="#c4231c"/></svg>`);
    const mask = await pngOf(
      '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="120"><rect width="200" height="120"/><circle cx="100" cy="72" r="26" fill="#fff"/></svg>',
    );
    const { png } = await edit(image, "", { mask });
    const [ground, shadow] = [await meanColour(png, 0.1, 0.75, 0.3, 0.9), await meanColour(png, 0.58, 0.79, 0.68, 0.83)];
    expect(lightnessOf(ground) - lightnessOf(await meanColour(image, 0.58, 0.79, 0.68, 0.83))).toBeGreaterThan(0.1);
    expect(Math.abs(lightnessOf(ground) - lightnessOf(shadow))).toBeLessThan(0.03);
  });
});

test("a mirror image that waves have squeezed goes too, in a picture of unknown making", async () => {
  const image = await pngOf(`<svg xmlns="http://www.w3.org/2000/svg" width="160" height="120"><rect width="160" height="50" fill="#b9d7ee"/>
      <rect y="50" width="160" height="70" fill="#7fa6c4"/><path d="M60 66H100L80 20Z" fill="#d0342c"/><path d="M63 69H97L80 100Z" fill="#9a7b86"/></svg>`);
  const mask = await pngOf(
    '<svg xmlns="http://www.w3.org/2000/svg" width="160" height="120"><rect width="160" height="120"/><path d="M58 67.5H102L80 17Z" fill="#fff"/></svg>',
  );
  const { png } = await edit(image, "", { mask });
  const [mirrored, water] = [await meanColour(png, 0.45, 0.6, 0.55, 0.72), await meanColour(png, 0.05, 0.6, 0.2, 0.72)];
  expect(Math.hypot(...mirrored.map((value, k) => value - (water[k] ?? 0)))).toBeLessThan(0.03);
});

test("recoloured under a mask, a thing keeps what is of another colour", async () => {
  const image = await pngOf(
    '<svg xmlns="http://www.w3.org/2000/svg" width="96" height="72"><rect width="96" height="72" fill="#8fae62"/><rect x="24" y="12" width="48" height="48" fill="#2f8f3a"/><rect x="36" y="30" width="24" height="16" fill="#f2efe6"/></svg>',
  );
  const mask = await pngOf(
    '<svg xmlns="http://www.w3.org/2000/svg" width="96" height="72"><rect width="96" height="72"/><rect x="24" y="12" width="48" height="48" fill="#fff"/></svg>',
  );
  const { png } = await edit(image, "recolour it blue", { mask });
  expect(await largestChange(image, png, (x, y) => x > 39 && x < 57 && y > 33 && y < 43)).toBeLessThan(12);
  const [, green, blue] = await meanColour(png, 0.28, 0.2, 0.34, 0.8);
  expect(blue).toBeGreaterThan(green);
});

describe("a hole is filled with what is around it", () => {
  const [width, height, horizon] = [96, 72, 34];
  /** Plain sky over a pattern of bars, and a hole across their border. */
  const make = () => {
    const picture = new Raster(width, height, 3);
    const hole = new Uint8Array(width * height);
    for (let pixel = 0; pixel < hole.length; pixel++) {
      const [x, y] = [pixel % width, Math.floor(pixel / width)];
      const bar = (x + (y >> 2)) % 6 < 3 ? 0.2 : 0.6;
      picture.samples.set(y < horizon ? [0.6, 0.75, 0.9] : [bar, bar * 0.9, 0.15], pixel * 3);
      if (Math.hypot(x - 44, y - 36) < 15) hole[pixel] = 1;
    }
    return { picture, hole };
  };

  test("lines go on in it, and it is as sharp as the rest", () => {
    const { picture, hole } = make();
    const wanted = picture.clone();
    for (const [pixel, flag] of hole.entries()) if (flag === 1) picture.samples.set([1, 0, 1], pixel * 3);
    const { samples } = inpaint(picture, hole, { seed: "1" });
    let [wrong, inside, sharp, before] = [0, 0, 0, 0];
    for (const [pixel, flag] of hole.entries()) {
      if (flag === 0) {
        for (let i = pixel * 3; i < pixel * 3 + 3; i++) expect(samples[i]).toBe(wanted.samples[i]);
        continue;
      }
      inside++;
      const isSky = (samples[pixel * 3 + 2] ?? 0) > 0.5;
      if (isSky !== Math.floor(pixel / width) < horizon) wrong++;
      const contrast = (from: Float32Array) => Math.abs((from[pixel * 3] ?? 0) - (from[pixel * 3 + 3] ?? 0));
      sharp += contrast(samples);
      before += contrast(wanted.samples);
    }
    expect(wrong).toBeLessThan(inside * 0.06);
    expect(sharp).toBeGreaterThan(before * 0.75);
  });
});

describe("masks", () => {
  test("one of another size is scaled to the picture", async () => {
    const image = await landscape(96, 72);
    const same = await edit(image, "", { mask: await ellipseMask(96, 72) });
    const larger = await edit(image, "", { mask: await ellipseMask(384, 288) });
    expect(toneDistance(await toneOfPicture(same.png), await toneOfPicture(larger.png))).toBeLessThan(0.01);
  });

  test("one that tells by transparency is read so", async () => {
    const image = await landscape(96, 72);
    const mask = await sharp(
      Buffer.from(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 120" width="96" height="72"><circle cx="84" cy="72" r="26" fill="#f0f"/></svg>',
      ),
    )
      .png()
      .toBuffer();
    const { png } = await edit(image, "", { mask });
    expect(await largestChange(image, png, (x) => x < 30)).toBe(0);
    const [red, green] = await meanColour(png, 0.48, 0.55, 0.56, 0.65);
    expect(red).toBeLessThan(green);
  });

  test.each([
    [
      "empty",
      () => pngOf('<svg xmlns="http://www.w3.org/2000/svg" width="50" height="50"><rect width="50" height="50"/></svg>'),
      /mask is empty/,
    ],
    [
      "covering everything",
      () => pngOf('<svg xmlns="http://www.w3.org/2000/svg" width="50" height="50"><rect width="50" height="50" fill="#fff"/></svg>'),
      /Too much/,
    ],
    ["no picture", async () => new TextEncoder().encode("mask"), /mask could not be read/],
  ])("one that is %s is refused with a sentence", async (_, make, sentence) => {
    const refusal = await edit(await landscape(96, 72), "", { mask: await make() }).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(EditRefusal);
    expect(refusal).toMatchObject({ message: expect.stringMatching(sentence) });
  });
});

describe("words are seen in the picture", () => {
  test("night darkens the sky and the ground", async () => {
    const image = await landscape(96, 72);
    const { png } = await edit(image, "make it night");
    for (const [top, bottom] of [
      [0, 0.3],
      [0.85, 1],
    ] as const)
      expect(lightnessOf(await meanColour(png, 0, top, 1, bottom))).toBeLessThan(
        lightnessOf(await meanColour(image, 0, top, 1, bottom)) - 0.12,
      );
  });

  test("winter whitens the ground and leaves the thing its colour", async () => {
    const image = await landscape(96, 72);
    const { png } = await edit(image, "make it winter");
    const ground = [0, 0.7, 0.3, 1] as const;
    const [before, after] = [await meanColour(image, ...ground), await meanColour(png, ...ground)];
    expect(lightnessOf(after)).toBeGreaterThan(lightnessOf(before) + 0.12);
    expect(Math.max(...after) - Math.min(...after)).toBeLessThan((Math.max(...before) - Math.min(...before)) * 0.6);
    const [red, , blue] = await meanColour(png, 0.47, 0.52, 0.58, 0.68);
    expect(red).toBeGreaterThan(blue + 0.15);
  });

  test("a removed thing leaves what is around it", async () => {
    const { png } = await edit(await landscape(96, 72), "remove the red ball");
    const [skyRed, , skyBlue] = await meanColour(png, 0.47, 0.44, 0.58, 0.48);
    const [grassRed, grassGreen] = await meanColour(png, 0.47, 0.6, 0.58, 0.7);
    expect(skyBlue).toBeGreaterThan(skyRed);
    expect(grassGreen).toBeGreaterThan(grassRed);
  });

  test("a recoloured thing keeps its surroundings", async () => {
    const image = await landscape(96, 72);
    const { png } = await edit(image, "make the red ball blue");
    const [red, , blue] = await meanColour(png, 0.47, 0.52, 0.58, 0.68);
    expect(blue).toBeGreaterThan(red + 0.2);
    expect(await largestChange(image, png, (x, y) => x < 24 && y > 42)).toBeLessThan(3);
  });

  test("the sky takes a colour and the ground keeps its own", async () => {
    const image = await landscape();
    const { png } = await edit(image, "change the sky to orange");
    const [red, , blue] = await meanColour(png, 0, 0, 1, 0.35);
    expect(red).toBeGreaterThan(blue + 0.1);
    const ground = [0, 0.85, 1, 1] as const;
    expect(Math.abs((await meanColour(png, ...ground))[1] - (await meanColour(image, ...ground))[1])).toBeLessThan(0.03);
  });

  test("strength leaves as much of the old picture as it says", async () => {
    const image = await landscape(64, 48);
    const lightness = async (strength: number) =>
      lightnessOf(await meanColour((await edit(image, "make it night", { strength })).png, 0, 0, 1, 1));
    const [none, half, full] = [await lightness(0), await lightness(0.5), await lightness(1)];
    expect(none).toBeCloseTo(lightnessOf(await meanColour(image, 0, 0, 1, 1)), 5);
    expect(half).toBeLessThan(none);
    expect(full).toBeLessThan(half);
  });
});

/** A picture of plain shapes with a sun near its upper edge and a red ball near its lower one. */
function sunAndBall(): Promise<Buffer> {
  return pngOf(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 120" width="96" height="72"><defs>
    <linearGradient id="s" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#2f5f90"/><stop offset="1" stop-color="#8fb3d2"/></linearGradient></defs>
    <rect width="160" height="64" fill="url(#s)"/><rect y="64" width="160" height="56" fill="#3f6f34"/>
    <circle cx="44" cy="22" r="9" fill="#fff8d8"/><circle cx="96" cy="86" r="18" fill="#c4231c"/></svg>`);
}

type Pixels = Awaited<ReturnType<typeof pixelsOf>>;

/** Mean difference of a row from the one above it, 0–255. */
function stepBetween({ data, width }: Pixels, row: number): number {
  let sum = 0;
  for (let i = 0; i < width * 4; i++) sum += Math.abs((data[row * width * 4 + i] ?? 0) - (data[(row - 1) * width * 4 + i] ?? 0));
  return sum / (width * 3);
}

/** The highest value that `measure` gives a pixel of the rows let in. */
function highest(
  { data, width, height }: Pixels,
  isIn: (y: number) => boolean,
  measure: (r: number, g: number, b: number) => number,
): number {
  let most = 0;
  for (let i = 0; i < width * height; i++)
    if (isIn(Math.floor(i / width))) most = Math.max(most, measure(data[i * 4] ?? 0, data[i * 4 + 1] ?? 0, data[i * 4 + 2] ?? 0));
  return most;
}

const brightest = (pixels: Pixels, isIn: (y: number) => boolean) => highest(pixels, isIn, (r, g, b) => (r + g + b) / 3);
const reddest = (pixels: Pixels, isIn: (y: number) => boolean) => highest(pixels, isIn, (r, g, b) => r - (g + b) / 2);

describe("shape and size", () => {
  test.each([
    "a bottle on a wooden table",
    "a city street at night",
    "a forest in the morning",
    "a lavender field",
    "mountains at sunset",
    "a desert",
    "a beach",
    "a city by night",
    "a savanna",
  ])("seen through a higher window it is the same place: %s", (text) => {
    const [width, height, above, below] = [48, 36, 20, 24];
    const { spec } = parsePrompt({ text, negative: "", seed: 4 });
    const inner = new Stage(spec, width, height);
    const whole = new Stage(spec, width, above + height + below, { top: above, height });
    paintPlace(inner);
    paintPlace(whole);
    let sum = 0;
    for (const [i, sample] of inner.image.samples.entries()) sum += Math.abs(sample - (whole.image.samples[above * width * 3 + i] ?? 0));
    expect(sum / inner.image.samples.length).toBeLessThan(0.012);
    expect([whole.horizon - above, whole.floor.groundY - above]).toEqual([inner.horizon, expect.closeTo(inner.floor.groundY, 3)]);
    const last = whole.image.samples.subarray(-width * 3);
    expect(Math.max(...last) - Math.min(...last)).toBeGreaterThan(0.02);
  });

  test("an extended picture holds the old one byte for byte, and goes on without a step", async () => {
    const image = await landscape(96, 72);
    const { png, width, height } = await edit(image, "", { operation: "extend", aspectRatio: "21:9" });
    expect([width, height]).toEqual([168, 72]);
    const middle = await sharp(png).extract({ left: 36, top: 0, width: 96, height: 72 }).png().toBuffer();
    expect(await largestChange(image, middle, () => true)).toBe(0);
    for (const [top, bottom] of [
      [0, 0.4],
      [0.6, 1],
    ] as const) {
      const inside = await meanColour(png, 37 / 168, top, 44 / 168, bottom);
      const outside = await meanColour(png, 28 / 168, top, 35 / 168, bottom);
      expect(Math.hypot(...inside.map((value, k) => value - (outside[k] ?? 0)))).toBeLessThan(0.05);
    }
  });

  test("upwards and downwards too: no step where the old picture ends, and the sun and the thing stand there once", async () => {
    const foreign = await sunAndBall();
    const own = await paintSmall("a white sailboat on the sea at sunset, gouache", { seed: 2, width: 96, height: 72 });
    const scene = { ...own.parsed.spec, revision: SKETCH_REVISION };
    for (const [image, known] of [
      [foreign, null],
      [Buffer.from(own.png), scene],
    ] as const) {
      const { png, width, height } = await edit(image, "extend it", { aspectRatio: "9:16", scene: JSON.parse(JSON.stringify(known)) });
      const [old, grown] = [await pixelsOf(image), await pixelsOf(png)];
      expect(width).toBe(old.width);
      expect(Math.abs(height - (width * 16) / 9)).toBeLessThan(2);
      const top = (height - old.height) / 2;
      const kept = await sharp(png).extract({ left: 0, top, width, height: old.height }).png().toBuffer();
      expect(await largestChange(image, kept, () => true)).toBe(0);
      const usual = (stepBetween(grown, top + 2) + stepBetween(grown, top + old.height - 3)) / 2;
      for (const border of [top, top + old.height]) expect(stepBetween(grown, border)).toBeLessThan(usual * 1.5 + 1);
      // Water below a sun glitters on.
      const added = (y: number) => y < top || (known === null && y >= top + old.height);
      expect(brightest(grown, added)).toBeLessThan(brightest(grown, (y) => !added(y)) - 40);
      if (known === null) expect(reddest(grown, added)).toBeLessThan(reddest(grown, (y) => !added(y)) - 80);
    }
  });

  test("a picture of our own grows by its own scene: sky over it, water under it, and nothing of it twice", async () => {
    const { png: image, parsed } = await paintSmall("a red boat on a calm lake, render", { seed: 3, width: 128, height: 96 });
    const scene = JSON.parse(JSON.stringify({ ...parsed.spec, revision: SKETCH_REVISION }));
    const { png } = await edit(image, "extend it", { aspectRatio: "9:16", scene });
    const grown = await pixelsOf(png);
    const [top, bottom] = [(grown.height - 96) / 2, (grown.height + 96) / 2];
    expect(reddest(grown, (y) => y < top)).toBeLessThan(reddest(grown, (y) => y >= top && y < bottom) - 60);
    // Rows are no mirror image of those across the border, and waves go on where the picture ended.
    const below = (row: number) => grown.data.subarray(row * grown.width * 4, (row + 1) * grown.width * 4);
    const unlike = (a: Uint8Array, b: Uint8Array) => a.reduce((sum, value, i) => sum + Math.abs(value - (b[i] ?? 0)), 0) / a.length;
    for (const distance of [14, 22]) expect(unlike(below(bottom + distance), below(bottom - 1 - distance))).toBeGreaterThan(2);
    const variety = new Set(below(bottom + 30).map((value) => value >> 2));
    expect(variety.size).toBeGreaterThan(6);
  });

  test("aside too: its land goes on without a step, in its own medium, and neither the sun nor a thing stands there twice", async () => {
    const { png: image, parsed } = await paintSmall("a red boat on a lake at sunset, watercolour", { seed: 3 });
    const scene = JSON.parse(JSON.stringify({ ...parsed.spec, revision: SKETCH_REVISION }));
    const { png, width, height } = await edit(image, "extend it", { aspectRatio: "21:9", scene });
    expect([width, height]).toEqual([224, 96]);
    const left = (224 - 96) / 2;
    // On its side, so that columns are rows.
    const grown = await pixelsOf(await sharp(png).rotate(90).png().toBuffer());
    const steps = (from: number, to: number) => Array.from({ length: to - from }, (_, k) => stepBetween(grown, from + k));
    const usual = steps(left + 20, left + 76).reduce((sum, step) => sum + step, 0) / 56;
    for (const border of [left, left + 96]) expect(Math.max(...steps(border - 2, border + 3))).toBeLessThan(usual * 2.2 + 1);
    const isAdded = (y: number) => y < left || y >= left + 96;
    expect(reddest(grown, isAdded)).toBeLessThan(reddest(grown, (y) => !isAdded(y)) - 20);
    const still = await sharp(png).extract({ left, top: 0, width: 96, height }).png().toBuffer();
    expect(await largestChange(image, still, (x) => x > 30 && x < 66)).toBe(0);
    // There is something to see out there: hills and water, and not one colour a row.
    const variety = steps(12, left - 4).reduce((sum, step) => sum + step, 0) / (left - 16);
    expect(variety).toBeGreaterThan(usual * 0.3);
  });

  test("a picture that has the ratio already is refused", async () => {
    await expect(edit(await landscape(), "", { operation: "extend", aspectRatio: "4:3" })).rejects.toThrow(
      /already has the aspect ratio 4:3/,
    );
  });

  test("without its background a picture is transparent around the thing and whole in it", async () => {
    const image = await pngOf(
      '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="120"><rect width="120" height="120" fill="#dde"/><rect x="40" y="30" width="40" height="70" rx="8" fill="#b33"/></svg>',
    );
    const { data, width } = await pixelsOf((await edit(image, "remove the background")).png);
    const alphaAt = (x: number, y: number) => data[(y * width + x) * 4 + 3];
    expect([alphaAt(5, 5), alphaAt(110, 60), alphaAt(60, 10)]).toEqual([0, 0, 0]);
    expect([alphaAt(60, 60), alphaAt(50, 90)]).toEqual([255, 255]);
  });

  test("twice the size, transparency included", async () => {
    expect(await edit(await landscape(), "upscale it")).toMatchObject({ width: 320, height: 240 });
    const clear = await sharp(
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><circle cx="20" cy="20" r="10" fill="#36c"/></svg>'),
    )
      .png()
      .toBuffer();
    const { data, width } = await pixelsOf((await edit(clear, "", { operation: "enlarge" })).png);
    expect(width).toBe(80);
    expect([data[3], data[(40 * 80 + 40) * 4 + 3]]).toEqual([0, 255]);
  });
});

describe("in a picture of unknown making a word alone is not trusted", () => {
  /** A house and a car on a street: which of them is meant no outline says. */
  const houseAndCar = () =>
    pngOf(`<svg xmlns="http://www.w3.org/2000/svg" width="160" height="120"><rect width="160" height="80" fill="#9fc4e6"/>
      <rect y="80" width="160" height="40" fill="#777"/><rect x="20" y="22" width="64" height="60" fill="#c9a27a"/>
      <path d="M14 24L52 4L90 24Z" fill="#7a3b2c"/><rect x="92" y="78" width="46" height="18" rx="6" fill="#2c5aa0"/>
      <circle cx="102" cy="97" r="6" fill="#222"/><circle cx="128" cy="97" r="6" fill="#222"/></svg>`);

  test.each([
    "remove the car",
    "recolour the car yellow",
    "replace the car with a horse",
    "remove one car",
    "make the car bigger",
    "make the sea red",
  ])("“%s” is refused and says what to do", async (text) => {
    const refusal = await edit(await houseAndCar(), text).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(EditRefusal);
    expect(refusal).toMatchObject({ message: expect.stringMatching(/mask|painted from words itself/) });
  });
});

describe("an edit that nobody would see is not done", () => {
  test.each([
    ["make it noon", "a red boat on a lake at noon, render"],
    ["remove the rain", "a red boat on a lake, gouache"],
  ])("“%s” to “%s”", async (text, prompt) => {
    const { png: image, parsed } = await paintSmall(prompt, { seed: 3, width: 64, height: 48 });
    const scene = JSON.parse(JSON.stringify({ ...parsed.spec, revision: SKETCH_REVISION }));
    await expect(edit(image, text, { scene })).rejects.toThrow(/would look the same/);
  });

  test("autumn is seen in a street, too, and three birds fly in the sky", async () => {
    const { png: image, parsed } = await paintSmall("a taxi on a city street at noon, render", { seed: 4 });
    const scene = JSON.parse(JSON.stringify({ ...parsed.spec, revision: SKETCH_REVISION }));
    const warmth = async (png: Uint8Array) => {
      const [red, , blue] = await meanColour(png, 0, 0.75, 1, 1);
      return red - blue;
    };
    expect(await warmth((await edit(image, "make it autumn", { scene })).png)).toBeGreaterThan((await warmth(image)) + 0.03);
    const { report } = await edit(image, "add three birds", { scene });
    const { ids, horizon, width, subjects } = stageOfScene(sceneOf(report.scene) ?? parsed.spec, SMALL, SMALL);
    const birds = [...subjects].filter(([id, { word }]) => word === "bird" && ids.includes(id)).map(([id]) => id);
    expect(birds).toHaveLength(3);
    for (const [pixel, id] of ids.entries()) if (birds.includes(id)) expect(Math.floor(pixel / width)).toBeLessThan(horizon);
  });
});

test("water takes a colour and the rocks keep theirs", async () => {
  const { png: image, parsed } = await paintSmall("a lighthouse on a cliff above the sea, render", { seed: 4, width: 128, height: 96 });
  const scene = JSON.parse(JSON.stringify({ ...parsed.spec, revision: SKETCH_REVISION }));
  const { ids } = stageOfScene(parsed.spec, 128, 96);
  const { png } = await edit(image, "make the sea red", { scene });
  const [before, after] = [await pixelsOf(image), await pixelsOf(png)];
  const redder = (id: number) => {
    let [sum, count] = [0, 0];
    for (const [pixel, own] of ids.entries()) {
      if (own !== id) continue;
      const redness = ({ data }: Pixels) => (data[pixel * 4] ?? 0) - (data[pixel * 4 + 2] ?? 0);
      sum += redness(after) - redness(before);
      count++;
    }
    return sum / count;
  };
  expect(redder(ID.WATER)).toBeGreaterThan(40);
  expect(Math.abs(redder(ID.ROCK))).toBeLessThan(8);
});

test("the same edit gives the same bytes, another seed another fill", async () => {
  const image = await landscape(48, 36);
  const mask = await ellipseMask(48, 36);
  const first = await edit(image, "add a fox", { mask });
  expect(Buffer.compare(first.png, (await edit(image, "add a fox", { mask })).png)).toBe(0);
  expect(Buffer.compare(first.png, (await edit(image, "add a fox", { mask, seed: 2 })).png)).not.toBe(0);
});

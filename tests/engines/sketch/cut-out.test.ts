import sharp from "sharp";
import { describe, expect, test, vi } from "vitest";
import type { JsonValue } from "@/lib/engines/engine";
import { SKETCH_REVISION } from "@/lib/engines/sketch/capabilities";
import { parsePrompt } from "@/lib/engines/sketch/parse/parse-prompt";
import { decodeReference } from "@/lib/engines/sketch/references/decode";
import { cutOut } from "@/lib/engines/sketch/references/matte";
import { prepareReferences } from "@/lib/engines/sketch/references/prepare";
import { stageOfScene } from "@/lib/engines/sketch/scene/own-things";
import { ID } from "@/lib/engines/sketch/scene/stage";
import { sceneOf } from "@/lib/engines/sketch/scene/stored-scene";
import { edit, landscape, meanColour, pixelsOf, pngOf } from "./edit";
import { paintSmall } from "./paint";

vi.setConfig({ testTimeout: 90_000 });

const SIDE = 160;

const known = new Map<string, ReturnType<typeof paintOwn>>();

/** A picture of Sketch's own with the scene that is stored with it. Painted once for all tests. */
function own(text: string): ReturnType<typeof paintOwn> {
  const picture = known.get(text) ?? paintOwn(text);
  known.set(text, picture);
  return picture;
}

async function paintOwn(text: string) {
  const { png, parsed } = await paintSmall(text, { width: SIDE, height: SIDE });
  const scene: JsonValue = JSON.parse(JSON.stringify({ ...parsed.spec, revision: SKETCH_REVISION, references: [] }));
  const { ids } = stageOfScene(parsed.spec, SIDE, SIDE);
  return { png, scene, isThing: (pixel: number) => (ids[pixel] ?? 0) >= ID.SUBJECT };
}

const PROMPTS = [
  "red sneaker, studio",
  "perfume bottle",
  "portrait of a woman, render",
  "a fox in an autumn forest, watercolour",
  "a car in a street",
  "a cat in a meadow, oil",
] as const;

describe.each(PROMPTS)("Sketch knows what it painted: %s", (text) => {
  test("without the background exactly the thing is left", async () => {
    const { png, scene, isThing } = await own(text);
    const { data } = await pixelsOf((await edit(png, "remove the background", { scene })).png);
    let [both, either] = [0, 0];
    for (let pixel = 0; pixel < SIDE * SIDE; pixel++) {
      const isKept = (data[pixel * 4 + 3] ?? 0) > 127;
      if (isKept && isThing(pixel)) both++;
      if (isKept || isThing(pixel)) either++;
    }
    expect(both / either).toBeGreaterThan(0.9);
  });

  test("as a reference it brings the thing whole, and nothing of its place", async () => {
    const { png, scene, isThing } = await own(text);
    const { cutOuts } = await prepareReferences([{ role: "product", weight: 1, bytes: png, scene }], SIDE, SIDE);
    const [{ sprite } = { sprite: null }] = cutOuts;
    let [left, right, top, bottom] = [SIDE, 0, SIDE, 0];
    for (let pixel = 0; pixel < SIDE * SIDE; pixel++) {
      if (!isThing(pixel)) continue;
      left = Math.min(left, pixel % SIDE);
      right = Math.max(right, pixel % SIDE);
      top = Math.min(top, Math.floor(pixel / SIDE));
      bottom = Math.max(bottom, Math.floor(pixel / SIDE));
    }
    expect(Math.abs((sprite?.width ?? 0) - (right - left + 1))).toBeLessThan(8);
    expect(Math.abs((sprite?.height ?? 0) - (bottom - top + 1))).toBeLessThan(8);
  });
});

describe("what goes without saying is there", () => {
  test.each([
    ["studio product shot", ["product"]],
    ["a product on a table", ["product"]],
    ["still life", ["jug", "apple", "bowl"]],
    ["table still life with fruit", ["jug", "fruit", "bowl"]],
    ["product shot of a sneaker", ["sneaker"]],
    ["an empty studio", []],
  ])("%s", (text, words) => {
    for (const seed of [0, 1, 2])
      expect(parsePrompt({ text, negative: "", seed }).spec.subjects.map((subject) => subject.word)).toEqual(words);
  });

  test("a lighthouse stands on either side of the sea", () => {
    const sides = [1, 2, 3, 4, 5, 6].map((seed) => {
      const { ids } = stageOfScene(parsePrompt({ text: "a lighthouse by the sea, flat", negative: "", seed }).spec, 64, 64);
      const xs = [...ids.keys()].filter((pixel) => (ids[pixel] ?? 0) >= ID.SUBJECT).map((pixel) => pixel % 64);
      return xs.reduce((sum, x) => sum + x, 0) / xs.length < 32;
    });
    expect(sides.filter((isLeft) => isLeft)).toHaveLength(3);
  });

  test("a fox behind a tree is partly hidden by it, and partly seen", () => {
    for (const seed of [1, 2, 3]) {
      const seen = (text: string) => {
        const { ids, subjects } = stageOfScene(parsePrompt({ text, negative: "", seed }).spec, 96, 96);
        const id = [...subjects].find(([, { word }]) => word === "fox")?.[0];
        return ids.filter((own) => own === id).length;
      };
      const spec = parsePrompt({ text: "a fox behind a tree", negative: "", seed }).spec;
      const alone = stageOfScene(
        { ...spec, subjects: spec.subjects.map((it) => (it.word === "tree" ? { ...it, isGone: true } : it)) },
        96,
        96,
      );
      const share = seen("a fox behind a tree") / alone.ids.filter((id) => id >= ID.SUBJECT).length;
      expect(share).toBeGreaterThan(0.2);
      expect(share).toBeLessThan(0.97);
    }
  });
});

describe("a scene that is known is edited where it stands", () => {
  const SWAN = "a red boat and a swan on a lake at noon, flat";
  const placesOf = async (scene: JsonValue) => {
    const spec = sceneOf(scene);
    if (spec === null) throw new Error("no scene was stored");
    const { ids, subjects } = stageOfScene(spec, SIDE, SIDE);
    const middles = new Map<string, number>();
    for (const [id, { word }] of subjects) {
      let [sum, count] = [0, 0];
      for (const [pixel, own] of ids.entries()) {
        if (own !== id) continue;
        sum += pixel % SIDE;
        count++;
      }
      middles.set(word, sum / count);
    }
    return middles;
  };
  const placesAfter = async (instruction: string, text = SWAN) => {
    const { png, scene } = await own(text);
    return placesOf((await edit(png, instruction, { scene })).report.scene);
  };

  test.each(["make it winter", "make it autumn", "add rain"])("%s: every thing stays where it stood", async (instruction) => {
    const text = "a cat in a meadow, oil";
    const [[word, before] = ["", 0]] = await placesOf((await own(text)).scene);
    expect(Math.abs(((await placesAfter(instruction, text)).get(word) ?? 0) - before)).toBeLessThan(SIDE * 0.01);
  });

  test("what goes, comes or moves leaves everything else in its place", async () => {
    const before = await placesOf((await own(SWAN)).scene);
    const swan = before.get("swan") ?? 0;
    const removed = await placesAfter("remove the boat");
    expect([...removed]).toEqual([["swan", swan]]);
    const moved = await placesAfter("move the boat to the right");
    expect(moved.get("swan")).toBe(swan);
    expect((moved.get("boat") ?? 0) - (before.get("boat") ?? 0)).toBeGreaterThan(SIDE * 0.1);
    // The duck may stand a little before it.
    expect(Math.abs(((await placesAfter("add a duck")).get("swan") ?? 0) - swan)).toBeLessThan(6);
  });

  test("a thing under a mask makes room for what the scene has behind it", async () => {
    const { png, scene, isThing } = await own("a red boat on a lake at noon, flat");
    const marked = Buffer.alloc(SIDE * SIDE * 3);
    for (let pixel = 0; pixel < SIDE * SIDE; pixel++) if (isThing(pixel)) marked.fill(255, pixel * 3, pixel * 3 + 3);
    const mask = await sharp(marked, { raw: { width: SIDE, height: SIDE, channels: 3 } })
      .blur(2)
      .linear(6, 0)
      .png()
      .toBuffer();
    const made = (text: string, change: object) => edit(png, text, change).then(async (edited) => (await pixelsOf(edited.png)).data);
    const empty = await made("remove the boat", { scene });
    const distanceTo = (other: Uint8Array) => {
      let [sum, count] = [0, 0];
      for (let pixel = 0; pixel < SIDE * SIDE; pixel++) {
        if (!isThing(pixel)) continue;
        for (let k = 0; k < 3; k++) sum += Math.abs((other[pixel * 4 + k] ?? 0) - (empty[pixel * 4 + k] ?? 0));
        count += 3;
      }
      return sum / count;
    };
    expect(distanceTo(await made("", { scene, mask }))).toBeLessThan(0.5 * distanceTo(await made("", { scene: null, mask })));
  });

  test("winter whitens the ground, not only the air", async () => {
    const { png, scene } = await own("a fox in a meadow at noon, flat");
    const ground = [0, 0.9, 1, 1] as const;
    const [red, green, blue] = await meanColour((await edit(png, "make it winter", { scene })).png, ...ground);
    expect(Math.min(red, green, blue)).toBeGreaterThan(0.6);
    expect((await meanColour(png, ...ground))[2]).toBeLessThan(Math.min(red, green, blue) - 0.1);
  });
});

describe("a picture of unknown making is cut out where it has an outline, and refused where it has none", () => {
  const busy = () => own("a car in a street");

  test.each(["remove the background", "remove the car", "recolour the car blue"])("“%s” in a busy street", async (text) => {
    const { png } = await busy();
    await expect(edit(png, text)).rejects.toThrow(/clearly.*Mark .* with a mask/);
  });

  test("as a reference", async () => {
    const bytes = (await busy()).png;
    await expect(prepareReferences([{ role: "character", weight: 1, bytes }], SIDE, SIDE)).rejects.toThrow(/plain background/);
  });

  test("a scene of another revision is not trusted", async () => {
    const { png, scene } = await busy();
    const old: JsonValue = { ...(typeof scene === "object" ? scene : {}), revision: "2020-01-01.1" };
    await expect(edit(png, "remove the background", { scene: old })).rejects.toThrow(/clearly/);
  });

  test("a product before a plain background, and a ball in the grass, are cut out whole", async () => {
    const product = await pngOf(
      '<svg xmlns="http://www.w3.org/2000/svg" width="160" height="160"><rect width="160" height="160" fill="#f4f2ee"/><path d="M60 60h40l10 20v60H50V80z" fill="#346"/><rect x="70" y="36" width="20" height="24" fill="#222"/></svg>',
    );
    const sprite = cutOut(await decodeReference(product, 160, 160, "inside"), null, "product");
    expect(Math.abs(sprite.width - 60)).toBeLessThan(5);
    expect(Math.abs(sprite.height - 104)).toBeLessThan(5);
    const { data, width } = await pixelsOf((await edit(await landscape(), "remove the background")).png);
    const alphaAt = (x: number, y: number) => data[(y * width + x) * 4 + 3];
    expect([alphaAt(20, 20), alphaAt(150, 110), alphaAt(84, 72), alphaAt(84, 60)]).toEqual([0, 0, 255, 255]);
  });
});

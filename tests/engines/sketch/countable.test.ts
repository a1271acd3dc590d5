import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { parsePrompt } from "@/lib/engines/sketch/parse/parse-prompt";
import { NO_REFERENCES } from "@/lib/engines/sketch/references/no-references";
import { renderScene } from "@/lib/engines/sketch/scene/render-scene";
import { ID, Stage } from "@/lib/engines/sketch/scene/stage";
import { placed } from "@/lib/engines/sketch/subjects/place-subjects";
import { spriteOf } from "@/lib/engines/sketch/subjects/sprite-of";

vi.setConfig({ testTimeout: 60_000 });

const SIDE = 160;
/** Of what is counted at most this share may be hidden. */
const MOST_HIDDEN = 0.4;

/** Share of each thing that the things painted after it hide, by the geometry of their cut-outs. */
function hiddenShares(text: string, seed: number): readonly number[] {
  const { spec } = parsePrompt({ text, negative: "", seed });
  // The scene leaves its floor and its chances where the things are placed.
  const scene = renderScene({ ...spec, subjects: [] }, SIDE, SIDE, NO_REFERENCES);
  const stage = new Stage(spec, SIDE, SIDE);
  stage.floor = scene.floor;
  stage.horizon = scene.horizon;
  const masks = placed(stage).map((placement) => {
    const sprite = spriteOf(stage, placement);
    const left = Math.round(Math.min(Math.max(placement.x - sprite.width / 2, 0), Math.max(0, SIDE - sprite.width)));
    const top = Math.round(placement.baseY - sprite.height + sprite.footRows);
    const pixels = new Set<number>();
    for (let y = 0; y < sprite.height; y++)
      for (let x = 0; x < sprite.width; x++)
        if ((sprite.pixels[(y * sprite.width + x) * 4 + 3] ?? 0) > 100) pixels.add((top + y) * 4096 + left + x);
    return pixels;
  });
  return masks.map((mask, k) => {
    const later = masks.slice(k + 1);
    return [...mask].filter((pixel) => later.some((other) => other.has(pixel))).length / Math.max(1, mask.size);
  });
}

test("of what is counted no one is hidden by more than two fifths", () => {
  const noun = fc.constantFrom("foxes", "deer", "horses", "cups", "elephants", "cars", "cats", "people", "trees", "houses", "bicycles");
  const count = fc.constantFrom("two", "three", "four", "five", "six");
  const place = fc.constantFrom("in a meadow", "in a forest", "on a street", "in the snow", "in a room");
  fc.assert(
    fc.property(count, noun, place, fc.integer({ min: 1, max: 40 }), (many, things, where, seed) => {
      const shares = hiddenShares(`${many} ${things} ${where}`, seed);
      expect(Math.max(...shares)).toBeLessThanOrEqual(MOST_HIDDEN);
    }),
    { numRuns: 20 },
  );
});

test("three foxes are three, whatever the seed", () => {
  for (let seed = 1; seed <= 6; seed++) {
    const { spec } = parsePrompt({ text: "three foxes in a meadow, flat", negative: "", seed });
    const { ids } = renderScene(spec, SIDE, SIDE, NO_REFERENCES);
    const sizes = [0, 1, 2].map((k) => ids.reduce((sum, id) => sum + (id === ID.SUBJECT + k ? 1 : 0), 0));
    expect(Math.min(...sizes)).toBeGreaterThan(0.15 * Math.max(...sizes));
  }
});

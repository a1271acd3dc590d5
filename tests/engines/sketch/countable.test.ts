import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { parseInstruction } from "@/lib/engines/sketch/edit/parse-instruction";
import { editedScene } from "@/lib/engines/sketch/edit/scene-edit";
import { seenThings } from "@/lib/engines/sketch/edit/things";
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

test.each([
  ["a house in a meadow, flat", "add two trees", [1, 2, 4]],
  ["two foxes in a forest, flat", "add three deer", [1, 3]],
  ["a boat on a lake, flat", "add two boats", [2]],
] as const)("to %s, %s: each is seen, and what stood there stays where it stood", (text, instruction, seeds) => {
  for (const seed of seeds) {
    const { spec } = parsePrompt({ text, negative: "", seed });
    const { steps } = parseInstruction(instruction);
    const edited = editedScene(spec, steps, () => []);
    const [addition] = steps;
    if (edited === null || addition?.kind !== "add") throw new Error("the scene took no addition");
    const [before, after] = [spec, edited].map((scene) => renderScene(scene, 96, 96, NO_REFERENCES));
    if (before === undefined || after === undefined) throw new Error("no stage");
    const areas = seenThings(after).flatMap(({ subject, area }) => (subject.isAdded ? [area] : []));
    expect(areas).toHaveLength(addition.subject.count);
    expect(Math.min(...areas)).toBeGreaterThan(0.15 * Math.max(...areas));
    // Where something stood it stands still, or something new before it.
    for (const [pixel, id] of before.ids.entries()) {
      const now = after.subjects.get(after.ids[pixel] ?? 0);
      if (before.subjects.has(id)) expect(now?.isAdded ?? now?.word).toBeOneOf([true, before.subjects.get(id)?.word]);
    }
  }
});

test("three foxes are three, whatever the seed", () => {
  for (let seed = 1; seed <= 6; seed++) {
    const { spec } = parsePrompt({ text: "three foxes in a meadow, flat", negative: "", seed });
    const { ids } = renderScene(spec, SIDE, SIDE, NO_REFERENCES);
    const sizes = [0, 1, 2].map((k) => ids.reduce((sum, id) => sum + (id === ID.SUBJECT + k ? 1 : 0), 0));
    expect(Math.min(...sizes)).toBeGreaterThan(0.15 * Math.max(...sizes));
  }
});

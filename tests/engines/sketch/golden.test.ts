import { expect, test } from "vitest";
import { SKETCH_REVISION } from "@/lib/engines/sketch/capabilities";
import { hashOf, paintSmall } from "./paint";

/**
 * Hashes of small pictures. When one of them changes, the engine paints something else from the same request: bump
 * `SKETCH_REVISION` and write the new hashes here, together.
 */
const GOLDEN = {
  revision: "2026-11-21.3",
  pictures: {
    "a lone sailboat on a calm sea at sunset, watercolour": "332749921368438f",
    "three foxes in a misty pine forest at dawn, gouache": "6f22ab2e7b58d2c1",
    "a robot on a neon street in the rain, oil": "9fb99158df98f42b",
    "lighthouse on a cliff above a stormy ocean, ink": "da57c7fceff0f13d",
    "a deer in a snowy forest, pencil": "3bc0134272a96c63",
    "red sneaker, pink and blue, risograph": "d27039c4c1ae3617",
    "hot air balloons over dunes at dawn, flat": "1df3b350014c63cd",
    "astronaut in space, purple nebula, halftone": "e228b2c733f4d91f",
    "a cat on a chair by the window, pastel drawing": "4fbeaaa72d086d3a",
    "amber glass perfume bottle on a podium, photo": "402565d1f1811f24",
    'portrait of a man, "HELLO", render': "ef88dda222772270",
    "close-up of a fox, flat": "f1262eb4e91bc54a",
    "marble abstract, emerald and gold, render": "6e2d2f828dcb8c27",
  },
};

test.each(Object.entries(GOLDEN.pictures))("%s", async (text, hash) => {
  expect(hashOf(await paintSmall(text, { seed: 42, width: 96, height: 72 }))).toBe(hash);
});

test("the table belongs to this revision", () => {
  expect(GOLDEN.revision).toBe(SKETCH_REVISION);
});

import { expect, test } from "vitest";
import { SKETCH_REVISION } from "@/lib/engines/sketch/capabilities";
import { edit, landscape } from "./edit";
import { hashOf, paintSmall } from "./paint";

/**
 * Hashes of small pictures. When one of them changes, the engine paints something else from the same request: bump
 * `SKETCH_REVISION` and write the new hashes here, together.
 */
const GOLDEN = {
  revision: "2026-11-21.7",
  pictures: {
    "a lone sailboat on a calm sea at sunset, watercolour": "ba3d1121043eb79a",
    "three foxes in a misty pine forest at dawn, gouache": "761c752dba97c64e",
    "a robot on a neon street in the rain, oil": "c4bf5817d6422fdc",
    "lighthouse on a cliff above a stormy ocean, ink": "04210df284fec464",
    "a deer in a snowy forest, pencil": "003774f52cfe512a",
    "red sneaker, pink and blue, risograph": "161c5cb04a204b42",
    "hot air balloons over dunes at dawn, flat": "37aa6cbe015a6a03",
    "astronaut in space, purple nebula, halftone": "560b781d385c83d8",
    "a cat on a chair by the window, pastel drawing": "1b1feaa41e96eaa1",
    "amber glass perfume bottle on a podium, photo": "6d27b0a2d7e50f5f",
    'portrait of a man, "HELLO", render': "e752ed011be929df",
    "close-up of a fox, flat": "3cf9f0a311df5daa",
    "elephant in the savanna at dusk, watercolour": "a9448ea2586d138d",
    "panda in a bamboo forest, ink": "c490c7ad1afb006a",
    "a horse and a dog by a birch, autumn, risograph": "27b5dd800c3f402e",
    "marble abstract, emerald and gold, render": "6e2d2f828dcb8c27",
  },
  /** Instructions to the landscape of `edit.ts`. */
  edits: {
    "make it night": "81c5d7f2954a453f",
    "remove the red ball": "515aa03a58ecb878",
    "as ink drawing, add a fox": "11189eb92ceba754",
    "extend it": "fcbc37784051946d",
  },
};

test.each(Object.entries(GOLDEN.pictures))("%s", async (text, hash) => {
  expect(hashOf(await paintSmall(text, { seed: 42, width: 96, height: 72 }))).toBe(hash);
});

test.each(Object.entries(GOLDEN.edits))("an edit: %s", async (text, hash) => {
  expect(hashOf(await edit(await landscape(), text, { seed: 42 }))).toBe(hash);
});

test("the table belongs to this revision", () => {
  expect(GOLDEN.revision).toBe(SKETCH_REVISION);
});

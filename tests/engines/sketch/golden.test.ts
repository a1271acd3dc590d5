import { expect, test } from "vitest";
import { SKETCH_REVISION } from "@/lib/engines/sketch/capabilities";
import { edit, landscape } from "./edit";
import { hashOf, paintSmall } from "./paint";

/**
 * Hashes of small pictures. When one of them changes, the engine paints something else from the same request: bump
 * `SKETCH_REVISION` and write the new hashes here, together.
 */
const GOLDEN = {
  revision: "2026-11-22.31",
  pictures: {
    "a lone sailboat on a calm sea at sunset, watercolour": "27b3d7b993de4e9d",
    "three foxes in a misty pine forest at dawn, gouache": "858d49a5f0b27aff",
    "a robot on a neon street in the rain, oil": "1046d93e921649c5",
    "lighthouse on a cliff above a stormy ocean, ink": "a09ba78163b135ad",
    "a deer in a snowy forest, pencil": "67398758dc3ca281",
    "red sneaker, pink and blue, risograph": "534f56e614508221",
    "hot air balloons over dunes at dawn, flat": "e14d5f4cbaf2ef7c",
    "astronaut in space, purple nebula, halftone": "9f299abc2517203b",
    "a cat on a chair by the window, pastel drawing": "d720e6b1f3e35262",
    "amber glass perfume bottle on a podium, photo": "6d27b0a2d7e50f5f",
    'portrait of a man, "HELLO", render': "882e1a004a353670",
    "close-up of a fox, flat": "e200882b56fd9c5a",
    "elephant in the savanna at dusk, watercolour": "732ec80f5e788d7b",
    "panda in a bamboo forest, ink": "32dfae06184a02d5",
    "a horse and a dog by a birch, autumn, risograph": "f4ad332afa00c195",
    "marble abstract, emerald and gold, render": "43610cafcc6db433",
  },
  /** Instructions to the landscape of `edit.ts`. */
  edits: {
    "make it night": "e205828cbce178c0",
    "remove the red ball": "515aa03a58ecb878",
    "as ink drawing, add a fox": "5e2381f62adf5b65",
    "extend it": "f78e5d835509f0b3",
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

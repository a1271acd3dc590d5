import { expect, test } from "vitest";
import { SKETCH_REVISION } from "@/lib/engines/sketch/capabilities";
import { edit, landscape } from "./edit";
import { hashOf, paintSmall } from "./paint";

/**
 * Hashes of small pictures. When one of them changes, the engine paints something else from the same request: bump
 * `SKETCH_REVISION` and write the new hashes here, together.
 */
const GOLDEN = {
  revision: "2026-11-21.10",
  pictures: {
    "a lone sailboat on a calm sea at sunset, watercolour": "27b3d7b993de4e9d",
    "three foxes in a misty pine forest at dawn, gouache": "940702fde487dc47",
    "a robot on a neon street in the rain, oil": "fb4c6d55bbad041b",
    "lighthouse on a cliff above a stormy ocean, ink": "04210df284fec464",
    "a deer in a snowy forest, pencil": "83f90c3b6557ac80",
    "red sneaker, pink and blue, risograph": "534f56e614508221",
    "hot air balloons over dunes at dawn, flat": "9705cd7d4e137201",
    "astronaut in space, purple nebula, halftone": "560b781d385c83d8",
    "a cat on a chair by the window, pastel drawing": "049d9966a6ccc9b6",
    "amber glass perfume bottle on a podium, photo": "6d27b0a2d7e50f5f",
    'portrait of a man, "HELLO", render': "17ec6ab24f954478",
    "close-up of a fox, flat": "3ef6b43045cede5e",
    "elephant in the savanna at dusk, watercolour": "813171124a55250f",
    "panda in a bamboo forest, ink": "c490c7ad1afb006a",
    "a horse and a dog by a birch, autumn, risograph": "5e7523b8e2203f8b",
    "marble abstract, emerald and gold, render": "43610cafcc6db433",
  },
  /** Instructions to the landscape of `edit.ts`. */
  edits: {
    "make it night": "e205828cbce178c0",
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

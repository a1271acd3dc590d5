import { expect, test } from "vitest";
import { SKETCH_REVISION } from "@/lib/engines/sketch/capabilities";
import { edit, landscape } from "./edit";
import { hashOf, paintSmall } from "./paint";

/**
 * Hashes of small pictures. When one of them changes, the engine paints something else from the same request: bump
 * `SKETCH_REVISION` and write the new hashes here, together.
 */
const GOLDEN = {
  revision: "2026-11-21.8",
  pictures: {
    "a lone sailboat on a calm sea at sunset, watercolour": "9cb771f8e3caaca0",
    "three foxes in a misty pine forest at dawn, gouache": "69e05cbf3095f73e",
    "a robot on a neon street in the rain, oil": "fb4c6d55bbad041b",
    "lighthouse on a cliff above a stormy ocean, ink": "04210df284fec464",
    "a deer in a snowy forest, pencil": "3d3bdf41859d2109",
    "red sneaker, pink and blue, risograph": "70ef95e1433c1b68",
    "hot air balloons over dunes at dawn, flat": "9705cd7d4e137201",
    "astronaut in space, purple nebula, halftone": "560b781d385c83d8",
    "a cat on a chair by the window, pastel drawing": "feff19633621b2d8",
    "amber glass perfume bottle on a podium, photo": "6d27b0a2d7e50f5f",
    'portrait of a man, "HELLO", render': "e752ed011be929df",
    "close-up of a fox, flat": "2f1eff12ad0952d9",
    "elephant in the savanna at dusk, watercolour": "67ee4995f10ab01c",
    "panda in a bamboo forest, ink": "c490c7ad1afb006a",
    "a horse and a dog by a birch, autumn, risograph": "2ca740a6bcd1c861",
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

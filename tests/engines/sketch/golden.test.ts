import { expect, test } from "vitest";
import { SKETCH_REVISION } from "@/lib/engines/sketch/capabilities";
import { edit, landscape } from "./edit";
import { hashOf, paintSmall } from "./paint";

/**
 * Hashes of small pictures. When one of them changes, the engine paints something else from the same request: bump
 * `SKETCH_REVISION` and write the new hashes here, together.
 */
const GOLDEN = {
  revision: "2026-11-21.11",
  pictures: {
    "a lone sailboat on a calm sea at sunset, watercolour": "27b3d7b993de4e9d",
    "three foxes in a misty pine forest at dawn, gouache": "12b10298a7240a16",
    "a robot on a neon street in the rain, oil": "6641ee9b8f7245bb",
    "lighthouse on a cliff above a stormy ocean, ink": "df5a4b9ec6e3faef",
    "a deer in a snowy forest, pencil": "b936cfe7df4119d2",
    "red sneaker, pink and blue, risograph": "534f56e614508221",
    "hot air balloons over dunes at dawn, flat": "d3fa9a9f9be968f8",
    "astronaut in space, purple nebula, halftone": "b865321eb672cdd7",
    "a cat on a chair by the window, pastel drawing": "42a99d6fe1bfb11c",
    "amber glass perfume bottle on a podium, photo": "6d27b0a2d7e50f5f",
    'portrait of a man, "HELLO", render': "17ec6ab24f954478",
    "close-up of a fox, flat": "cdd9e5640498895a",
    "elephant in the savanna at dusk, watercolour": "5ac74e0e7b897e5f",
    "panda in a bamboo forest, ink": "c9dc37d18407940e",
    "a horse and a dog by a birch, autumn, risograph": "453163aa9955a67d",
    "marble abstract, emerald and gold, render": "43610cafcc6db433",
  },
  /** Instructions to the landscape of `edit.ts`. */
  edits: {
    "make it night": "e205828cbce178c0",
    "remove the red ball": "515aa03a58ecb878",
    "as ink drawing, add a fox": "66642eb628fa1134",
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

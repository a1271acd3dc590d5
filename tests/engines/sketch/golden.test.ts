import { expect, test } from "vitest";
import { SKETCH_REVISION } from "@/lib/engines/sketch/capabilities";
import { edit, landscape } from "./edit";
import { hashOf, paintSmall } from "./paint";

/**
 * Hashes of small pictures. When one of them changes, the engine paints something else from the same request: bump
 * `SKETCH_REVISION` and write the new hashes here, together.
 */
const GOLDEN = {
  revision: "2026-11-22.46",
  pictures: {
    "a lone sailboat on a calm sea at sunset, watercolour": "7f93c150f999a9f8",
    "three foxes in a misty pine forest at dawn, gouache": "e5b0a8d2c1c6bcdb",
    "a robot on a neon street in the rain, oil": "83709a838bc17f2e",
    "lighthouse on a cliff above a stormy ocean, ink": "297e380cdf68b5b5",
    "a deer in a snowy forest, pencil": "9b10ee9aaf69aa7b",
    "red sneaker, pink and blue, risograph": "ec655919dad41871",
    "hot air balloons over dunes at dawn, flat": "2f2c66e171ce5729",
    "astronaut in space, purple nebula, halftone": "9c245779e095a8c5",
    "a cat on a chair by the window, pastel drawing": "9b07547a6725124f",
    "amber glass perfume bottle on a podium, photo": "93ae05ff68259c1b",
    'portrait of a man, "HELLO", render': "882e1a004a353670",
    "portrait of a woman on a beach, gouache": "e8460f4c5b588a02",
    "close-up of a fox, flat": "dba02b144f2f611f",
    "elephant in the savanna at dusk, watercolour": "987047fa1b9eae8c",
    "panda in a bamboo forest, ink": "e985924c651cd2cd",
    "a horse and a dog by a birch, autumn, risograph": "6285ebe7034655eb",
    "marble abstract, emerald and gold, render": "43610cafcc6db433",
  },
  /** Instructions to the landscape of `edit.ts`. */
  edits: {
    "make it night": "9b1dab681eb73e2b",
    "remove the red ball": "e2533dc7c26bf0fc",
    "as ink drawing, add a fox": "5e2381f62adf5b65",
    "extend it": "e10fbe023362383d",
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

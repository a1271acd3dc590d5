import fc from "fast-check";
import { expect, test } from "vitest";
import type { Pose } from "@/lib/engines/sketch/motion/camera";
import { cutIntoSheets } from "@/lib/engines/sketch/motion/cut/cut-into-sheets";
import { drawSheets } from "@/lib/engines/sketch/motion/draw-sheets";
import type { Plate } from "@/lib/engines/sketch/motion/plate";

const WIDTH = 160;
const HEIGHT = 96;
const RED = 0xff0000ff;
const BLUE = 0xffff0000;
const AT_REST: Pose = { zoom: 1, dolly: 0, panX: 0, panY: 0, shiftX: 0, shiftY: 0 };

/** A red disc before a blue ground. */
function discPlate(): Plate {
  const colours = new Uint32Array(WIDTH * HEIGHT).fill(BLUE);
  const nearness = new Float32Array(WIDTH * HEIGHT).fill(0.1);
  const partOf = new Uint8Array(WIDTH * HEIGHT);
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      if (Math.hypot(x - 80, y - 50) > 22) continue;
      colours[y * WIDTH + x] = RED;
      nearness[y * WIDTH + x] = 0.9;
      partOf[y * WIDTH + x] = 1;
    }
  }
  const parts = [{ substance: "land" }, { substance: "land" }] as const;
  return {
    width: WIDTH,
    height: HEIGHT,
    colours,
    coloursAfter: null,
    nearness,
    partOf,
    parts,
    horizon: 40,
    suns: [],
    unit: 0.1,
    fringe: { touched: 2, carried: 1 },
    roughness: 0,
  };
}

function drawn(plate: Plate, pose: Pose): Uint32Array {
  const sheets = cutIntoSheets(plate, 0.08 * plate.width);
  const frame = new Uint32Array(plate.width * plate.height);
  drawSheets(sheets, { pose, pivot: 0.5, lit: 0, currents: sheets.map(() => null) }, frame, plate.width, plate.height);
  return frame;
}

test("at rest the sheets together are the plate", () => {
  const plate = discPlate();
  const frame = drawn(plate, AT_REST);
  let differing = 0;
  for (const [i, colour] of frame.entries()) if (colour !== plate.colours[i]) differing++;
  // Only the soft border of the disc may differ.
  expect(differing).toBeLessThan(2 * Math.PI * 22 * 3);
});

test("whatever the camera does, nothing is uncovered, torn or dragged along", () => {
  const plate = discPlate();
  const small = (low: number, high: number) => fc.double({ min: low, max: high, noNaN: true });
  const poses = fc.record({
    zoom: small(1, 1.3),
    dolly: small(0, 0.15),
    panX: small(-0.05, 0.05),
    panY: small(-0.05, 0.05),
    shiftX: small(-0.04, 0.04),
    shiftY: small(-0.03, 0.03),
  });
  fc.assert(
    fc.property(poses, (pose) => {
      const frame = drawn(plate, pose);
      let red = 0;
      let blue = 0;
      let holes = 0;
      for (const colour of frame) {
        if (colour >>> 24 !== 255) holes++;
        if ((colour & 255) > 230) red++;
        if (((colour >>> 16) & 255) > 230) blue++;
      }
      expect(holes).toBe(0);
      // The disc keeps its size, enlarged by the camera alone, and only its border is anything but red or blue.
      const scale = pose.zoom * (1 + pose.dolly * 0.9);
      const radius = 22 * scale;
      expect(Math.abs(red - Math.PI * radius * radius)).toBeLessThan(2 * Math.PI * radius * 2.2);
      expect(WIDTH * HEIGHT - red - blue).toBeLessThan(2 * Math.PI * radius * 3.2);
    }),
    { numRuns: 30 },
  );
});

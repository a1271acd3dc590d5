import fc from "fast-check";
import { expect, test } from "vitest";
import { type CameraPath, poseAt } from "@/lib/engines/sketch/motion/camera";
import { CAMERA_MOVES, PACES } from "@/lib/engines/sketch/motion/motion-spec";

const paths = fc.record({
  move: fc.constantFrom(...CAMERA_MOVES),
  pace: fc.constantFrom(...PACES),
  pivot: fc.double({ min: 0, max: 1, noNaN: true }),
  duration: fc.integer({ min: 2, max: 8 }),
  anchor: fc.constantFrom(null, "start" as const, "end" as const),
});

test("no camera looks past the edge of its plate", () => {
  fc.assert(
    fc.property(paths, fc.double({ min: 0, max: 1, noNaN: true }), (path: CameraPath, time) => {
      const pose = poseAt(path, time);
      expect(pose.zoom).toBeGreaterThanOrEqual(1);
      const room = (1 - 1 / pose.zoom) / 2 + 1e-9;
      expect(Math.abs(pose.panX)).toBeLessThanOrEqual(room);
      expect(Math.abs(pose.panY)).toBeLessThanOrEqual(room);
    }),
  );
});

test("an anchored camera shows the plate as it is at its anchor", () => {
  fc.assert(
    fc.property(paths, (path: CameraPath) => {
      if (path.anchor === null) return;
      const pose = poseAt(path, path.anchor === "start" ? 0 : 1);
      for (const value of [pose.zoom - 1, pose.dolly, pose.panX, pose.panY, pose.shiftX, pose.shiftY]) expect(value).toBeCloseTo(0, 9);
    }),
  );
});

test("a camera moves smoothly: no frame is far from the one before", () => {
  fc.assert(
    fc.property(paths, (path: CameraPath) => {
      const frames = path.duration * 24;
      for (let frame = 1; frame < frames; frame++) {
        const before = poseAt(path, (frame - 1) / (frames - 1));
        const after = poseAt(path, frame / (frames - 1));
        expect(Math.abs(after.panX - before.panX)).toBeLessThan(0.012);
        expect(Math.abs(after.zoom - before.zoom)).toBeLessThan(0.012);
      }
    }),
    { numRuns: 40 },
  );
});

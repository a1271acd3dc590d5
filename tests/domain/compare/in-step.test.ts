import fc from "fast-check";
import { expect, it } from "vitest";
import { frameAt, middleOf, sameMoment } from "@/lib/domain/compare/in-step";

const clip = fc.record({ durationMs: fc.integer({ min: 40, max: 300_000 }), frames: fc.integer({ min: 1, max: 7_200 }) });

it("a frame aimed at is the frame shown", () => {
  fc.assert(
    fc.property(clip, fc.nat(8_000), (one, frame) => {
      expect(frameAt(one, middleOf(one, frame))).toBe(Math.min(frame, one.frames - 1));
    }),
  );
});

it("clips of one rate step together, and a shorter one waits on its last frame", () => {
  const [long, short] = [
    { durationMs: 4_000, frames: 96 },
    { durationMs: 2_000, frames: 48 },
  ] as const;
  expect(frameAt(short, sameMoment(long, 30, short))).toBe(30);
  expect(frameAt(short, sameMoment(long, 90, short))).toBe(47);
});

it("clips of different rates show the same moment, to half a frame", () => {
  fc.assert(
    fc.property(clip, clip, fc.nat(8_000), (one, other, frame) => {
      const [mine, its] = [middleOf(one, frame), sameMoment(one, frame, other)];
      const longest = other.durationMs / 1000;
      expect(Math.abs(Math.min(mine, longest) - its)).toBeLessThanOrEqual(longest / other.frames + 1e-6);
    }),
  );
});

import fc from "fast-check";
import { expect, it } from "vitest";
import { type Loop, stepped, withEnd } from "@/lib/domain/compare/loop";

it("stepping stays within the clip, or the loop, and every step can be taken back", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(1_000), fc.nat(1_000), fc.integer({ min: -900, max: 900 }), (frames, a, b, by) => {
      const [from, to] = [a % frames, b % frames].sort((x, y) => x - y);
      const loop: Loop = { from: from ?? 0, to: to ?? 0 };
      const next = stepped(loop.from, by, frames, loop);
      expect(next).toBeGreaterThanOrEqual(loop.from);
      expect(next).toBeLessThanOrEqual(loop.to);
      expect(stepped(next, -by, frames, loop)).toBe(loop.from);
      expect(stepped(a % frames, by, frames, null)).toBeGreaterThanOrEqual(0);
    }),
  );
});

it("an end pushes the other out of its way, and set twice it takes the loop off", () => {
  expect(withEnd(null, "from", 10, 48)).toEqual({ from: 10, to: 47 });
  expect(withEnd({ from: 10, to: 47 }, "to", 20, 48)).toEqual({ from: 10, to: 20 });
  expect(withEnd({ from: 10, to: 20 }, "to", 5, 48)).toEqual({ from: 0, to: 5 });
  expect(withEnd({ from: 10, to: 20 }, "from", 30, 48)).toEqual({ from: 30, to: 47 });
  expect(withEnd({ from: 10, to: 20 }, "from", 10, 48)).toBeNull();
});

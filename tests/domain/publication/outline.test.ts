import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changeBetween, changeSentence, OUTLINE_SIDE, type Outline } from "@/lib/domain/publication/outline";

type Rgb = readonly [red: number, green: number, blue: number];

const within = (level: number) => Math.min(255, Math.max(0, Math.round(level)));
const outline = (colour: (x: number, y: number) => Rgb, width = 640, height = 480): Outline => ({
  width,
  height,
  cells: Array.from({ length: OUTLINE_SIDE ** 2 }, (_, cell) => colour(cell % OUTLINE_SIDE, Math.floor(cell / OUTLINE_SIDE)))
    .flat()
    .map((level) => within(level).toString(16).padStart(2, "0"))
    .join(""),
});
const ramp = (x: number, y: number): Rgb => [60 + x * 4, 60 + y * 4, 120];
const published = outline(ramp);
/** The ramp with another colour in a box of cells. */
const painted = (left: number, top: number, width: number, height: number) =>
  outline((x, y) => (x >= left && x < left + width && y >= top && y < top + height ? [255, 0, 255] : ramp(x, y)));

describe("a copy of a published picture", () => {
  it("that was saved again, scaled, or tinted all over shows the same", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -30, max: 30 }),
        fc.array(fc.integer({ min: -8, max: 8 }), { minLength: 64, maxLength: 64 }),
        (tint, noise) => {
          const copy = outline(
            (x, y) => {
              const more = tint + (noise[(x * 7 + y * 13) % 64] ?? 0);
              const [red, green, blue] = ramp(x, y);
              return [red + more, green + more, blue + more];
            },
            320,
            240,
          );
          expect(changeBetween(published, copy)).toEqual({ kind: "none" });
        },
      ),
    );
  });

  it("with another shape cannot be compared", () => {
    expect(changeBetween(published, outline(ramp, 600, 480))).toEqual({ kind: "other-shape" });
    expect(changeBetween(published, outline(ramp, 641, 480))).toEqual({ kind: "none" });
  });

  it("that was painted over says how much of it, whatever the place", () => {
    const at = fc.integer({ min: 0, max: OUTLINE_SIDE - 6 });
    fc.assert(
      fc.property(at, at, (left, top) => {
        expect(changeBetween(published, painted(left, top, 6, 6))).toMatchObject({ kind: "parts", share: 36 / OUTLINE_SIDE ** 2 });
      }),
    );
  });

  it.each([
    [painted(0, 0, 5, 5), "at the upper left"],
    [painted(27, 27, 5, 5), "at the lower right"],
    [painted(13, 13, 6, 6), "in the middle"],
    [painted(0, 29, 32, 3), "at the lower edge"],
    [painted(0, 13, 5, 6), "at the left"],
  ])("that was painted over says where: %#", (copy, where) => {
    expect(changeSentence(changeBetween(published, copy))).toMatch(new RegExp(`differs, ${where}\\.$`));
  });
});

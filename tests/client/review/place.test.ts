import { describe, expect, it } from "vitest";
import { moved, placeAt, placeInWords } from "@/components/review/card/place";

describe("the place of a defect", () => {
  it("is where the pointer is on the picture, however large the picture is drawn", () => {
    const drawn = (width: number, height: number) => ({ left: 100, top: 50, width, height }) as DOMRect;
    expect(placeAt({ clientX: 300, clientY: 100 }, drawn(400, 200))).toEqual({ x: 0.5, y: 0.25 });
    expect(placeAt({ clientX: 500, clientY: 150 }, drawn(800, 400))).toEqual({ x: 0.5, y: 0.25 });
  });

  it("never leaves the picture", () => {
    const box = { left: 0, top: 0, width: 10, height: 10 } as DOMRect;
    expect(placeAt({ clientX: -5, clientY: 99 }, box)).toEqual({ x: 0, y: 1 });
    expect(moved({ x: 0.005, y: 0.99 }, "ArrowLeft", false)).toEqual({ x: 0, y: 0.99 });
    expect(moved({ x: 0.5, y: 0.99 }, "ArrowDown", true)).toEqual({ x: 0.5, y: 1 });
  });

  it("moves a hundredth with an arrow, five with Shift, and not with another key", () => {
    expect(moved({ x: 0.5, y: 0.5 }, "ArrowRight", false)).toEqual({ x: 0.51, y: 0.5 });
    expect(moved({ x: 0.5, y: 0.5 }, "ArrowUp", true)).toEqual({ x: 0.5, y: 0.45 });
    expect(moved({ x: 0.5, y: 0.5 }, "Tab", false)).toBeNull();
  });

  it("is said in whole per cent", () => {
    expect(placeInWords({ x: 0.344, y: 0.6 })).toBe("34 % across, 60 % down");
  });
});

import { describe, expect, it } from "vitest";
import { drawn, duringInWords, extentOf, isSeenAt, moved, outlineOf, placeAt, placeInWords } from "@/components/review/card/marking";

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

describe("what is drawn", () => {
  const [far, near] = [
    { x: 0.6, y: 0.2 },
    { x: 0.2, y: 0.5 },
  ];

  it("is a box from its upper left corner, whichever way it was dragged", () => {
    const box = { x: 0.2, y: 0.2, outline: { kind: "box", to: { x: 0.6, y: 0.5 } } };
    expect(drawn("box", [far, near])).toEqual(box);
    expect(drawn("box", [near, far])).toEqual(box);
  });

  it("is an arrow to where the drag ended, and a line as the hand went", () => {
    expect(drawn("arrow", [far, { x: 0.9, y: 0.9 }, near])).toEqual({ ...far, outline: { kind: "arrow", to: near } });
    const corner = { x: 0.9, y: 0.9 };
    expect(drawn("freehand", [far, corner, near])).toEqual({ ...far, outline: { kind: "freehand", through: [corner, near] } });
    expect(drawn("arrow", [])).toBeNull();
  });

  it("changes its kind by keyboard and stays within the picture", () => {
    expect(outlineOf("box", { x: 0.9, y: 0.5, outline: null })).toEqual({ kind: "box", to: { x: 1, y: 0.7 } });
    expect(outlineOf("arrow", { ...far, outline: { kind: "box", to: near } })).toEqual({ kind: "arrow", to: near });
    expect(outlineOf("pin", { ...far, outline: { kind: "box", to: near } })).toBeNull();
  });

  it("reaches as far as its points", () => {
    const corner = { x: 0.9, y: 0.9 };
    const line = { ...far, outline: { kind: "freehand" as const, through: [corner, near] } };
    const { left, top, width, height } = extentOf(line);
    expect([left, top].concat([left + width, top + height].map((part) => Number(part.toFixed(9))))).toEqual([0.2, 0.2, 0.9, 0.9]);
    expect(extentOf({ ...far, outline: null })).toEqual({ left: 0.6, top: 0.2, width: 0, height: 0 });
  });

  it("is seen in its moments of a video, one frame around them, and on a picture always", () => {
    const during = { fromMs: 500, toMs: 1_000 };
    expect([480, 500, 1_000, 1_020].map((ms) => isSeenAt(during, ms, 42))).toEqual([true, true, true, true]);
    expect([450, 1_050].map((ms) => isSeenAt(during, ms, 42))).toEqual([false, false]);
    expect(isSeenAt(null, 9, 42)).toBe(true);
    expect([duringInWords(during), duringInWords({ fromMs: 40, toMs: 40 })]).toEqual(["From 0.50 s to 1.00 s", "At 0.04 s"]);
  });
});

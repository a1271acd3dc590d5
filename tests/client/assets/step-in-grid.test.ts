import { describe, expect, it } from "vitest";
import { stepInGrid } from "@/components/assets/step-in-grid";
import { bytesText } from "@/components/assets/words";

describe("going through a grid of ten files in rows of four", () => {
  it.each([
    ["ArrowRight", 3, 4],
    ["ArrowRight", 9, 9],
    ["ArrowLeft", 0, 0],
    ["ArrowUp", 2, 2],
    ["ArrowUp", 6, 2],
    ["ArrowDown", 1, 5],
    ["ArrowDown", 7, 9],
    ["ArrowDown", 8, 8],
    ["Home", 7, 0],
    ["End", 0, 9],
  ])("%s from %i leads to %i", (key, at, to) => expect(stepInGrid(key, at, 10, 4)).toBe(to));

  it("leaves other keys, and an empty grid, alone", () => {
    expect(stepInGrid("p", 3, 10, 4)).toBeNull();
    expect(stepInGrid("ArrowRight", 0, 0, 4)).toBeNull();
  });
});

describe("the size of a file", () => {
  it.each([
    [0, "0 B"],
    [999, "999 B"],
    [1_000, "1.0 kB"],
    [1_234_567, "1.2 MB"],
    [123_456_789, "123 MB"],
  ])("%i bytes read %s", (bytes, text) => expect(bytesText(bytes)).toBe(text));
});

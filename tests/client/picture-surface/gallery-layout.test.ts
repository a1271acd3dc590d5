import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  cellRect,
  contentHeight,
  layOutGallery,
  mostScroll,
  revealing,
  rowAt,
  rowsWithin,
  stepInGallery,
} from "@/components/picture-surface/gallery-layout";

const kind = fc.constantFrom("grid" as const, "list" as const);
const widthPx = fc.integer({ min: 200, max: 3_000 });
const total = fc.integer({ min: 1, max: 1_000_000 });
const viewH = fc.integer({ min: 300, max: 2_000 });

describe("a gallery's arithmetic", () => {
  it("every row has a place, is found there, and can be scrolled into view whole", () => {
    fc.assert(
      fc.property(kind, widthPx, total, viewH, fc.double({ min: 0, max: 1, noNaN: true }), (of, width, count, height, share) => {
        const layout = layOutGallery(of, width, 168);
        const row = Math.min(count - 1, Math.floor(share * count));
        const cell = cellRect(layout, row);
        expect(rowAt(layout, count, { x: cell.x + cell.w / 2, y: cell.y + 3 })).toBe(row);
        const top = Math.min(mostScroll(layout, count, height), revealing(layout, row, 0, height));
        const shown = rowsWithin(layout, count, top, height);
        expect(row).toBeGreaterThanOrEqual(shown.first);
        expect(row).toBeLessThan(shown.end);
        expect(cell.y).toBeGreaterThanOrEqual(top);
        expect(Math.min(cell.h, height)).toBeLessThanOrEqual(top + height - cell.y);
        expect(cell.x + cell.w).toBeLessThanOrEqual(width);
        expect(cell.y + cell.h).toBeLessThanOrEqual(contentHeight(layout, count));
      }),
      { numRuns: 40 },
    );
  });

  it("what is beside the cells is no row", () => {
    const layout = layOutGallery("grid", 800, 168);
    expect(rowAt(layout, 3, { x: 5, y: 20 })).toBeNull();
    expect(rowAt(layout, 3, { x: 30 + 3 * (layout.cellW + layout.gap), y: 20 })).toBeNull();
    expect(rowAt(layout, 3, { x: 100, y: -1 })).toBeNull();
  });
});

describe("keys in ten files, four a line", () => {
  const layout = { ...layOutGallery("grid", 800, 168), columns: 4 };
  const viewH = 2 * layout.lineH;
  it.each([
    ["ArrowRight", 3, 4],
    ["ArrowRight", 9, 9],
    ["ArrowLeft", 0, 0],
    ["ArrowUp", 2, 2],
    ["ArrowUp", 6, 2],
    ["ArrowDown", 1, 5],
    ["ArrowDown", 7, 9],
    ["ArrowDown", 8, 8],
    ["PageDown", 1, 5],
    ["PageUp", 6, 2],
    ["PageUp", 2, 2],
    ["Home", 7, 0],
    ["End", 0, 9],
  ])("%s from %i leads to %i", (key, at, to) => expect(stepInGallery(layout, key, at, 10, viewH)).toBe(to));

  it("leaves other keys, and an empty gallery, alone", () => {
    expect(stepInGallery(layout, "p", 3, 10, viewH)).toBeNull();
    expect(stepInGallery(layout, "ArrowRight", 0, 0, viewH)).toBeNull();
  });
});

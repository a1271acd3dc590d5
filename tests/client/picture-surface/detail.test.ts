import { describe, expect, test } from "vitest";
import { layOutCard } from "@/components/picture-surface";
import { chooseSource, decodeWidth, detailFor } from "@/components/picture-surface/detail";
import { containAspect, containsRect } from "@/components/picture-surface/geometry";
import { SceneIndex } from "@/components/picture-surface/scene-index";
import { TextFitter } from "@/components/picture-surface/text-fitter";
import { wishesFor } from "@/components/picture-surface/wish-list";
import { item, picture } from "./support";

const sources = [
  { url: "wide", width: 1_024 },
  { url: "narrow", width: 128 },
  { url: "middle", width: 384 },
];
const cell = { x: 0, y: 0, w: 100, h: 100 };

describe("level of detail", () => {
  test("words near, lines further, pictures far", () => {
    expect([1, 0.3, 0.1].map(detailFor)).toEqual(["text", "bars", "pictures"]);
  });

  test.each([
    [64, "narrow"],
    [140, "narrow"],
    [200, "middle"],
    [900, "wide"],
    [4_000, "wide"],
  ])("at %i device pixels the narrowest source that is sharp enough is %s", (widthPx, url) => {
    expect(chooseSource(picture("p", cell, { sources }), widthPx)?.url).toBe(url);
  });

  test("a picture without stored sizes has no source", () => {
    expect(chooseSource(picture("p", cell), 100)).toBeUndefined();
  });

  test("pictures are decoded in steps, never wider than they are", () => {
    expect(decodeWidth({ url: "wide", width: 4_096 }, 700)).toBe(1_024);
    expect(decodeWidth({ url: "narrow", width: 128 }, 700)).toBe(128);
  });

  test("a picture is shown whole in its cell", () => {
    expect(containAspect(cell, 2)).toEqual({ x: 0, y: 25, w: 100, h: 50 });
    expect(containAspect(cell, 0.5)).toEqual({ x: 25, y: 0, w: 50, h: 100 });
  });
});

describe("wishes", () => {
  const pictures = [picture("p0", cell, { sources, tile: 0 }), picture("p1", { ...cell, x: 104 }, { sources, tile: 1 })];
  const card = { ...item("a", { x: 0, y: 0, w: 204, h: 100 }, pictures), atlas: { url: "sheet", columns: 2, tileW: 64, tileH: 64 } };
  const index = new SceneIndex();
  index.update({ items: [card], edges: [] });
  const urls = (scale: number) => [...new Set(wishesFor(index, { x: 0, y: 0, w: 400, h: 400 }, scale).wishes.map((wish) => wish.url))];

  test("small pictures come from the sheet alone", () => {
    expect(urls(0.5)).toEqual(["sheet"]);
  });

  test("near pictures come one by one, the sheet standing in", () => {
    expect(urls(1)).toEqual(["sheet", "narrow"]);
  });

  test("specks are worth no request", () => {
    expect(urls(0.05)).toEqual([]);
  });

  test("what is far outside the view is not wished", () => {
    expect(wishesFor(index, { x: 5_000, y: 0, w: 400, h: 400 }, 1).wishes).toEqual([]);
  });
});

describe("text", () => {
  const fitter = new TextFitter((_, text) => [...text].length * 10);

  test("stays whole where it fits", () => {
    expect(fitter.fit("13px sans", "glass", 50)).toBe("glass");
  });

  test("is cut with an ellipsis to what fits, without splitting a letter", () => {
    expect(fitter.fit("13px sans", "glass bottle", 80)).toBe("glass b…");
    expect(fitter.fit("13px sans", "glass bottle", 70)).toBe("glass…");
    expect(fitter.fit("13px sans", "🌊🌊🌊🌊", 30)).toBe("🌊🌊…");
  });

  test("is nothing where not even one letter fits", () => {
    expect(fitter.fit("13px sans", "glass", 15)).toBe("");
  });
});

test("a card holds its cells, and siblings before and after a run are equally wide", () => {
  const empty = layOutCard({ headerLines: 2, hasChips: true, pictures: 0, columns: 4, cell: { width: 112, height: 112 } });
  const full = layOutCard({ headerLines: 2, hasChips: true, pictures: 8, columns: 4, cell: { width: 112, height: 112 } });
  expect(empty.width).toBe(full.width);
  expect(full.cells).toHaveLength(8);
  const card = { x: 0, y: 0, w: full.width, h: full.height };
  expect(full.cells.every((rect) => containsRect(card, rect))).toBe(true);
});

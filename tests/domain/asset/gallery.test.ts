import fc from "fast-check";
import { rgbaToThumbHash, thumbHashToAverageRGBA } from "thumbhash";
import { expect, test } from "vitest";
import { glimpseAt, INDEX_STEP, placeOf } from "@/lib/domain/asset/gallery";
import { zipNamer } from "@/lib/domain/zip/names";

test("a glimpse has the colour its ThumbHash begins with", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 3, maxLength: 3 }), ([red = 0, green = 0, blue = 0]) => {
      const pixels = Array.from({ length: 16 }, () => [red, green, blue, 255]).flat();
      const hash = rgbaToThumbHash(4, 4, pixels);
      const average = thumbHashToAverageRGBA(hash);
      const glimpse = glimpseAt(`xxxxx${Buffer.from(hash).toString("base64").slice(0, 4)}U`, 1);
      const shares = [average.r, average.g, average.b].map((share) => Math.round(share * 255));
      const [r = 0, g = 0, b = 0] = shares;
      expect(glimpse).toEqual({ colour: (r << 16) | (g << 8) | b, aspect: 1 });
    }),
    { numRuns: 40 },
  );
});

test("a row whose colour is not known, or that lies behind the glance, is no glimpse", () => {
  expect(glimpseAt("----U", 0)).toBeNull();
  expect(glimpseAt("3OcRU", 1)).toBeNull();
});

test("any row is reached from its nearest entry by less than a step; before there is an index, from the first row", () => {
  const index = { total: 1_200, step: INDEX_STEP, entries: ["a", "b", "c"] };
  expect(placeOf(index, 0)).toEqual({ from: "a", skip: 0 });
  expect(placeOf(index, 999)).toEqual({ from: "b", skip: 499 });
  expect(placeOf(index, 1_000)).toEqual({ from: "c", skip: 0 });
  expect(placeOf(index, 1_500)).toBeNull();
  expect(placeOf(null, 40)).toEqual({ from: null, skip: 40 });
});

test("names in a zip never clash, whatever the files are called, and keep the ending of what they are", () => {
  const files = ["Sea.png", "sea", "SEA.jpg", "../sea", "manifest.json", "", "sea 2"].map((title) => ({ title, mimeType: "image/png" }));
  const names = files.map(zipNamer());
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(files.length);
  expect(names.every((name) => /^[^/\\]+\.png$/.test(name))).toBe(true);
  expect(names[0]).toBe("Sea.png");
  // In parts, each knowing the names before it, they are the same.
  const begun = files.slice(0, 3).map(zipNamer());
  expect([...begun, ...files.slice(3).map(zipNamer(begun))]).toEqual(names);
});

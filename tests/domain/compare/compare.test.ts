import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareAddress, membersOf, refuseComparing } from "@/lib/domain/compare/address";
import { HEAT_MAP, pixelDifference, shadeDifference } from "@/lib/domain/compare/difference";
import { layered, steppedPast } from "@/lib/domain/compare/pinned";
import { settingsDifference, settingsOf } from "@/lib/domain/compare/settings-difference";
import {
  bestColumns,
  FITTED,
  fitScale,
  held,
  type Look,
  MAX_SCALE,
  mostZoom,
  pannedBy,
  pixelAt,
  type Size,
  zoomedAt,
} from "@/lib/domain/compare/view-port";
import { anyRecipe, recipe } from "../../support/recipes";

const size = fc.record({ width: fc.integer({ min: 50, max: 4_000 }), height: fc.integer({ min: 50, max: 4_000 }) });
const look = fc.record({
  zoom: fc.double({ min: 1, max: 64, noNaN: true }),
  x: fc.double({ min: 0, max: 1, noNaN: true }),
  y: fc.double({ min: 0, max: 1, noNaN: true }),
});

/** Where a point of the picture is, in pixels from the cell's centre. */
const onScreen = (at: Look, point: number, side: "width" | "height", picture: Size, cell: Size) =>
  (point - (side === "width" ? at.x : at.y)) * picture[side] * fitScale(picture, cell) * at.zoom;

describe("looking at compared pictures", () => {
  it("never shows ground where there could be picture", () => {
    fc.assert(
      fc.property(look, size, size, (wanted, picture, cell) => {
        const at = held(wanted, picture, cell);
        for (const side of ["width", "height"] as const) {
          const [left, right] = [onScreen(at, 0, side, picture, cell), onScreen(at, 1, side, picture, cell)];
          if (right - left >= cell[side] - 0.01) expect(left <= -cell[side] / 2 + 0.01 && right >= cell[side] / 2 - 0.01).toBe(true);
          else expect(left + right).toBeCloseTo(0, 3);
        }
      }),
    );
  });

  it("keeps what is under the pointer while zooming in", () => {
    fc.assert(
      fc.property(
        look,
        size,
        fc.double({ min: -0.5, max: 0.5, noNaN: true }),
        fc.double({ min: 1.05, max: 3, noNaN: true }),
        (wanted, picture, part, factor) => {
          const cell = picture;
          const before = held(wanted, picture, cell);
          const at = { x: part * cell.width, y: part * cell.height };
          const after = zoomedAt(before, factor, at, picture, cell);
          const under = before.x + at.x / (picture.width * before.zoom);
          expect(onScreen(after, under, "width", picture, cell)).toBeCloseTo(at.x, 3);
        },
      ),
    );
  });

  it("reaches 1600 % of any picture, and no more", () => {
    fc.assert(
      fc.property(size, size, (picture, cell) => {
        const { zoom } = held({ zoom: 1e9, x: 0.5, y: 0.5 }, picture, cell);
        const scale = fitScale(picture, cell) * zoom;
        expect(scale).toBeCloseTo(Math.max(MAX_SCALE, fitScale(picture, cell)), 6);
        expect(zoom).toBe(mostZoom(picture, cell));
      }),
    );
  });

  it("names the pixel that lies below a point, and none beside the picture", () => {
    const inside = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(look, size, size, inside, inside, (wanted, picture, cell, partX, partY) => {
        const at = held(wanted, picture, cell);
        const pixel = { x: Math.floor(partX * picture.width), y: Math.floor(partY * picture.height) };
        const middle = {
          x: onScreen(at, (pixel.x + 0.5) / picture.width, "width", picture, cell),
          y: onScreen(at, (pixel.y + 0.5) / picture.height, "height", picture, cell),
        };
        expect(pixelAt(at, middle, picture, cell)).toEqual(pixel);
      }),
    );
    const picture = { width: 10, height: 10 };
    expect(pixelAt(FITTED, { x: 50.1, y: 0 }, picture, { width: 200, height: 100 })).toBeNull();
  });

  it("comes back where it was when panned there and back inside the picture", () => {
    const picture = { width: 1_000, height: 1_000 };
    const at = pannedBy(pannedBy({ zoom: 4, x: 0.5, y: 0.5 }, { x: 120, y: -80 }, picture, picture), { x: -120, y: 80 }, picture, picture);
    expect(at.x).toBeCloseTo(0.5, 9);
    expect(at.y).toBeCloseTo(0.5, 9);
    expect(held({ ...FITTED, zoom: 0.2 }, picture, picture)).toEqual(FITTED);
  });

  it("chooses the columns that make pictures largest", () => {
    expect(bestColumns(2, 1, { width: 1_400, height: 700 })).toBe(2);
    expect(bestColumns(2, 3, { width: 1_000, height: 900 })).toBe(1);
    expect(bestColumns(8, 1, { width: 1_440, height: 800 })).toBe(4);
  });
});

describe("the pinned picture", () => {
  it("is never stepped on while another is there, and everybody else is reached", () => {
    const placed = fc
      .integer({ min: 2, max: 8 })
      .chain((count) => fc.tuple(fc.constant(count), fc.nat(count - 1), fc.nat(count - 1), fc.constantFrom(1, -1)));
    fc.assert(
      fc.property(placed, ([count, pinned, from, by]) => {
        let at = from === pinned ? steppedPast(from, 1, count, pinned) : from;
        const seen = new Set<number>();
        for (let steps = 0; steps < count - 1; steps += 1) {
          at = steppedPast(at, by, count, pinned);
          seen.add(at);
          expect(layered(at, count, pinned)).toEqual({ below: pinned, above: at });
        }
        expect(seen.has(pinned)).toBe(false);
        expect(seen.size).toBe(count - 1);
      }),
    );
    expect(layered(0, 3, null)).toEqual({ below: 0, above: 1 });
    expect(layered(2, 3, null)).toEqual({ below: 0, above: 2 });
    expect(layered(0, 1, null)).toBeNull();
  });
});

describe("the heat map", () => {
  it("gets brighter with every step, so that it reads in grey too", () => {
    const luma = HEAT_MAP.map(([red, green, blue]) => 0.2126 * red + 0.7152 * green + 0.0722 * blue);
    expect([...luma].sort((one, other) => one - other)).toEqual(luma);
    expect(new Set(luma).size).toBe(luma.length);
    expect(pixelDifference([10, 20, 30, 255], [12, 0, 31, 0])).toBe(20);
  });
});

describe("the settings strip", () => {
  it("says nothing about equal recipes and names exactly what differs", () => {
    fc.assert(
      fc.property(anyRecipe, (one) => {
        expect(settingsDifference([1, 2, 3].map(() => ({ recipe: one, seed: 5 })))).toEqual([]);
      }),
    );
  });

  it("marks the words that are not the first picture's, and has every setting when asked for all", () => {
    const compared = [
      { recipe: recipe({ text: "a fox in the snow" }), seed: 1 },
      { recipe: recipe({ text: "a wolf in the snow" }), seed: 1 },
      { recipe: recipe({ text: "a fox in the snow" }), seed: 1 },
    ];
    expect(settingsDifference(compared)).toEqual([
      {
        name: "Prompt",
        isSame: false,
        values: [
          { text: "a fox in the snow", changes: null },
          {
            text: "a wolf in the snow",
            changes: [
              { kind: "same", text: "a" },
              { kind: "removed", text: "fox" },
              { kind: "added", text: "wolf" },
              { kind: "same", text: "in the snow" },
            ],
          },
          { text: "a fox in the snow", changes: null },
        ],
      },
    ]);
    const all = settingsOf(compared);
    expect(all[0]?.name).toBe("Prompt");
    expect(all.slice(1).map(({ name, isSame }) => [name, isSame])).toContainEqual(["Seed", true]);
  });

  it("shows every value in full, whichever settings the recipes have", () => {
    fc.assert(
      fc.property(fc.array(fc.record({ recipe: anyRecipe, seed: fc.nat() }), { minLength: 2, maxLength: 8 }), (compared) => {
        const all = settingsOf(compared);
        const seeds = all.find(({ name }) => name === "Seed");
        expect(seeds?.values.map(({ text }) => text)).toEqual(compared.map(({ seed }) => String(seed)));
        for (const { values, isSame } of all) {
          expect(values).toHaveLength(compared.length);
          expect(new Set(values.map(({ text }) => text)).size === 1).toBe(isSame);
        }
        const isSameAfterwards = all.map(({ isSame }) => isSame);
        expect(isSameAfterwards).toEqual([...isSameAfterwards].sort((one, other) => Number(one) - Number(other)));
      }),
    );
  });
});

describe("the address of a comparison", () => {
  it("names its pictures in their order, files and variants mixed, and where leaving leads", () => {
    const member = fc.record({ kind: fc.constantFrom("variant" as const, "asset" as const), id: fc.uuid() });
    fc.assert(
      fc.property(
        fc.array(member, { maxLength: 8 }),
        fc.constantFrom("/assets?q=a%20b&open=true", "/boards/1", "/review/é,&"),
        (members, from) => {
          const address = new URL(compareAddress(members, from), "http://studio");
          expect(membersOf(address.searchParams.get("pictures") ?? "")).toEqual(members);
          expect(address.searchParams.get("from")).toBe(from);
        },
      ),
      { numRuns: 30 },
    );
    expect(membersOf("nothing,file:,file:nothing,")).toEqual([]);
  });

  it("is of two to eight", () => {
    expect([0, 1, 2, 8, 9].map((count) => refuseComparing(count) === null)).toEqual([false, false, true, true, false]);
  });
});

describe("a difference on the screen", () => {
  const pixel = (red: number, green: number, blue: number) => ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;

  it("is brighter by its gain in each colour, and opaque", () => {
    const pixels = Uint32Array.of(pixel(0, 10, 100), pixel(1, 0, 255) & 0x00ffffff);
    shadeDifference(pixels, pixels, { gain: 4, isHeat: false });
    expect([...pixels]).toEqual([pixel(0, 40, 255), pixel(4, 0, 255)]);
  });

  it("is as hot as its largest colour: nothing is black, and each step more is brighter", () => {
    const light = (value: number) => (value & 255) + ((value >>> 8) & 255) + ((value >>> 16) & 255);
    const heats = Uint32Array.from({ length: 256 }, (_, apart) => pixel(0, apart, 0));
    shadeDifference(heats, heats, { gain: 1, isHeat: true });
    const others = Uint32Array.from({ length: 256 }, (_, apart) => pixel(apart >> 1, 0, apart));
    shadeDifference(others, others, { gain: 1, isHeat: true });
    expect([...others]).toEqual([...heats]);
    expect(light(heats[0] ?? 1)).toBe(0);
    expect(heats[255]).toBe(pixel(255, 255, 217));
    expect([...heats].every((heat, apart) => apart === 0 || light(heat) >= light(heats[apart - 1] ?? 0))).toBe(true);
  });
});

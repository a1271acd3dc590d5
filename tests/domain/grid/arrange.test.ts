import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Arrangement,
  brokenIntoRows,
  firstArrangement,
  headsOf,
  moveAxis,
  pagesOf,
  placeOfAxis,
  readArrangement,
  SIDES,
} from "@/lib/domain/grid/arrange";
import type { Axis } from "@/lib/domain/grid/axis";
import { axesOfWording, cellsOf } from "@/lib/domain/grid/expand";
import { planGrid, refusalsOf } from "@/lib/domain/grid/plan";
import { gridAsCsv } from "@/lib/domain/grid/table-file";
import type { CellView } from "@/lib/domain/grid/view";
import { cellDifference, sizeWords } from "@/lib/domain/grid/words";
import { SKETCH_CAPABILITIES } from "@/lib/engines/sketch/capabilities";
import { recipe } from "../../support/recipes";

const base = recipe({ text: "a [red|blue] [boat|fox|hare] at sea" });
const seeds: Axis = { kind: "seed", values: [0, 7] };
const axes = [...axesOfWording(base), seeds];
const cells = cellsOf({ base, axes, skips: [{ "0": 1, "1": 1 }] });
const NAMES = new Map([["a", "bottle.final.png"]]);

const table = (arrangement: Arrangement) =>
  pagesOf(axes, cells, arrangement).map((page) => ({
    page: page.label,
    columns: page.columns.map(({ label }) => label),
    rows: page.rows.map(({ label }, row) => [label, ...(page.cells[row] ?? []).map((cell) => cells[cell ?? -1]?.recipe.text ?? null)]),
  }));

describe("the table of a grid", () => {
  it("opens in the shape of a window, and from page to page only when it would be no overview", () => {
    expect(firstArrangement(axes)).toEqual({ pages: [], rows: [0], columns: [1, 2] });
    const many = (values: number): Axis => ({ kind: "seed", values: Array.from({ length: values }, (_, seed) => seed) });
    expect(firstArrangement([many(60)])).toEqual({ pages: [], rows: [], columns: [0] });
    expect(firstArrangement([many(30), many(40)])).toEqual({ pages: [], rows: [0], columns: [1] });
    expect(firstArrangement([many(3), many(30), many(20)])).toEqual({ pages: [0], rows: [1], columns: [2] });
    expect(firstArrangement([many(3), many(2), many(3), many(2)])).toEqual({ pages: [], rows: [0, 1], columns: [2, 3] });
  });

  it("has a page a value of the axes on its pages, and only lines with a cell in them", () => {
    expect(table({ pages: [0], rows: [1], columns: [2] })).toEqual([
      {
        page: "Words 1: red",
        columns: ["0", "7"],
        rows: ["boat", "fox", "hare"].map((thing) => [thing, `a red ${thing} at sea`, `a red ${thing} at sea`]),
      },
      {
        page: "Words 1: blue",
        columns: ["0", "7"],
        rows: ["boat", "hare"].map((thing) => [thing, `a blue ${thing} at sea`, `a blue ${thing} at sea`]),
      },
    ]);
  });

  it("is turned by moving axes: both words across leave one row a seed, and no column for what was left out", () => {
    const turned = moveAxis(moveAxis({ pages: [0], rows: [1], columns: [2] }, 2, "rows", 0), 0, "columns", 0);
    expect(moveAxis(turned, 1, "columns")).toEqual({ pages: [], rows: [2], columns: [0, 1] });
    const [page] = table(moveAxis(turned, 1, "columns"));
    expect(page?.columns).toEqual(["red · boat", "red · fox", "red · hare", "blue · boat", "blue · hare"]);
    expect(page?.rows.map(([label]) => label)).toEqual(["0", "7"]);
  });

  it("names a value once over all the columns that share it, and again where another stands between", () => {
    const [page] = pagesOf(axes, cells, { pages: [], rows: [2], columns: [0, 1] });
    const heads = headsOf(page?.columns ?? []).map((level) => level.map(({ label, from, span }) => [label, from, span]));
    expect(heads).toEqual([
      [
        ["red", 0, 3],
        ["blue", 3, 2],
      ],
      [
        ["boat", 0, 1],
        ["fox", 1, 1],
        ["hare", 2, 1],
        ["boat", 3, 1],
        ["hare", 4, 1],
      ],
    ]);
    expect(headsOf([])).toEqual([]);
  });

  it("tells sets of references apart by their files, and keeps a head for each though they read the same", () => {
    const set = (assetId: string) => [{ assetId, role: "style" as const, weight: 1 }];
    const references: Axis = { kind: "references", values: [[], set("a"), set("b"), set("c")] };
    const columns = pagesOf(
      [references],
      [0, 1, 2, 3].map((place) => ({ at: [place] })),
      { pages: [], rows: [], columns: [0] },
      NAMES,
    )[0]?.columns;
    expect(headsOf(columns ?? [])[0]).toEqual([
      { label: "no references", pictures: [], from: 0, span: 1 },
      { label: "bottle.final, style", pictures: ["a"], from: 1, span: 1 },
      { label: "style", pictures: ["b"], from: 2, span: 1 },
      { label: "style (2)", pictures: ["c"], from: 3, span: 1 },
    ]);
  });

  it("leaves a hole where a cell was left out but its line is not empty", () => {
    const [page] = table({ pages: [2], rows: [0], columns: [1] });
    expect(page?.rows[1]).toEqual(["blue", "a blue boat at sea", null, "a blue hare at sea"]);
  });

  it("shows every cell exactly once, however the axes are moved", () => {
    const move = fc.record({ axis: fc.nat(2), side: fc.constantFrom(...SIDES), place: fc.nat(4) });
    fc.assert(
      fc.property(fc.array(move, { maxLength: 12 }), (moves) => {
        const arrangement = moves.reduce((now, { axis, side, place }) => moveAxis(now, axis, side, place), firstArrangement(axes));
        const shown = pagesOf(axes, cells, arrangement).flatMap((page) => brokenIntoRows(page, arrangement).cells.flat());
        expect(shown.filter((cell) => cell !== null).toSorted((a, b) => a - b)).toEqual(cells.map((_, index) => index));
        expect(axes.map((_, axis) => placeOfAxis(arrangement, axis))).not.toContain(null);
      }),
      { numRuns: 100 },
    );
  });

  it("of one long axis is broken into rows; a table read from an address has every axis once", () => {
    const long: Axis[] = [{ kind: "seed", values: Array.from({ length: 60 }, (_, seed) => seed) }];
    const arrangement = firstArrangement(long);
    const many = cellsOf({ base: recipe(), axes: long, skips: [] });
    const [page] = pagesOf(long, many, arrangement).map((one) => brokenIntoRows(one, arrangement));
    expect(page?.cells.map((row) => row.length)).toEqual([12, 12, 12, 12, 12]);
    expect(page?.rows[1]?.label).toBe("12 – 23");
    expect(readArrangement(axes, { columns: [1, 1, 9], pages: [1] })).toEqual({ pages: [], rows: [0], columns: [1, 2] });
    expect(readArrangement(axes, {})).toEqual(firstArrangement(axes));
  });
});

describe("a grid's plan and words", () => {
  it("adds up what can run and says each reason once for what cannot", () => {
    const ratios: Axis = { kind: "model", values: [base.model, { ...base.model, engineId: "nobody" }] };
    const plan = planGrid({ base, axes: [...axesOfWording(base), ratios], skips: [] }, ({ engineId }) =>
      engineId === base.model.engineId ? SKETCH_CAPABILITIES : undefined,
    );
    expect(plan).toMatchObject({ runs: 6, pictures: 6, refusal: null });
    expect(plan.mostMicros).toBe(plan.cells.reduce((sum, cell) => sum + cell.mostMicros, 0n));
    expect(refusalsOf(plan)).toEqual(["This engine is not connected. Choose another one."]);
    expect(planGrid({ base, axes: [], skips: [] }, () => SKETCH_CAPABILITIES).refusal).toContain("no axis");
  });

  it("has one chip an axis on each cell", () => {
    expect(sizeWords(axes)).toBe("2 × 3 × 2");
    expect(cellDifference(axes, [1, 2, 1])).toEqual([
      { kind: "added", text: "blue" },
      { kind: "added", text: "hare" },
      { kind: "seeds", text: "seed 7" },
    ]);
  });
});

describe("a grid as CSV", () => {
  const cell: CellView = {
    index: 0,
    at: [0, 0, 0],
    promptId: null,
    runId: null,
    status: null,
    why: null,
    width: 8,
    height: 8,
    variants: [],
  };

  it("says of each picture how it was decided, and of each cell once what it cost", () => {
    const variant = (index: number, change: object) => ({
      ...({
        id: `v${index}`,
        index,
        seed: 5 + index,
        flag: "none",
        rating: 0,
        colour: "none",
        width: 8,
        height: 6,
      } as CellView["variants"][number]),
      ...change,
    });
    const made: CellView = {
      ...cell,
      status: "succeeded",
      variants: [variant(0, { flag: "pick", rating: 4, colour: "violet" }), variant(1, {})],
    };
    const lines = gridAsCsv({ axes, skips: [] }, recipe({ text: "a [red|blue] [boat|fox|hare]" }), [made], undefined, {
      costs: new Map([[0, { quoteMicros: "2000000", actualMicros: "1250" }]]),
      fileNames: new Map([["v1", "hare-6.png"]]),
    }).split("\r\n");
    expect(lines.slice(1, 3).map((line) => line.split(",").slice(-10))).toEqual([
      ["2", "0.00125", "1", "5", "pick", "4", "violet", "8", "6", ""],
      ["", "", "2", "6", "none", "0", "none", "8", "6", "hare-6.png"],
    ]);
  });

  it("has a line a cell with its values, and quotes what needs it", () => {
    const [first] = axes;
    const risky = [...axes.slice(0, 2), { kind: "variable" as const, name: "note", values: ['=1+1, "so"', "b"] }];
    const own = recipe({ text: "a [red|blue] [boat|fox|hare], {note}" });
    const lines = gridAsCsv({ axes: risky, skips: [] }, own, [cell]).split("\r\n");
    expect(first).toBeDefined();
    expect(lines).toEqual([
      "cell,Words 1,Words 2,note,prompt,status,why,quote,cost,variant,seed,flag,rating,colour,width,height,file",
      `1,red,boat,"'=1+1, ""so""","a red boat, =1+1, ""so""",not started,,,,,,,,,,,`,
      "",
    ]);
  });
});

import { describe, expect, it } from "vitest";
import { marksOf, mistakeIn } from "@/components/composer/wording-marks";
import { cellId, createGridScene } from "@/components/grid/grid-scene";
import type { Page } from "@/lib/domain/grid/arrange";
import type { CellView } from "@/lib/domain/grid/view";
import { variantView } from "../board/views";

const cell = (index: number, change: Partial<CellView> = {}): CellView => ({
  index,
  at: [index],
  promptId: null,
  runId: null,
  status: null,
  why: null,
  width: 512,
  height: 512,
  variants: [],
  ...change,
});
const page: Page = {
  label: "",
  columns: ["boat", "fox"].map((label) => ({ at: new Map(), label, words: [label], pictures: [] })),
  rows: ["red", "blue"].map((label, row) => ({ at: new Map([[0, row]]), label, words: [label], pictures: [] })),
  cells: [
    [0, 1],
    [2, null],
  ],
};

describe("a grid on the picture surface", () => {
  it("draws every cell in its place, named by its row and column, and leaves a hole where one was left out", () => {
    const cells = [cell(0, { variants: [variantView({ id: "v", flag: "pick" })] }), cell(1, { why: "Refused." }), cell(2)];
    const { scene, labels } = createGridScene()(page, cells);
    expect(scene.items.map(({ pictures }) => pictures.map(({ id, label, state }) => [id, state, label]))).toEqual([
      [
        ["v", "ready", expect.stringContaining("red · boat; seed")],
        [cellId(cell(1)), "failed", "red · fox: no picture"],
      ],
      [[cellId(cell(2)), "pending", "blue · boat: Not started"]],
    ]);
    expect([...[...labels.rows.values()].map(({ text }) => text), ...labels.heads.flat().map(({ label }) => label)]).toEqual([
      "red",
      "blue",
      "boat",
      "fox",
    ]);
    const [first, second] = scene.items;
    expect((second?.y ?? 0) - ((first?.y ?? 0) + (first?.h ?? 0))).toBeGreaterThan(0);
  });

  it("draws one row again when one cell of it changes, and the others not", () => {
    const sceneOf = createGridScene();
    const cells = [cell(0), cell(1), cell(2)];
    const before = sceneOf(page, cells).scene.items;
    const after = sceneOf(page, [cell(0, { status: "queued" }), ...cells.slice(1)]).scene.items;
    expect(after[0]).not.toBe(before[0]);
    expect(after[1]).toBe(before[1]);
  });

  it("puts several pictures of one cell side by side in its place", () => {
    const variants = ["a", "b", "c"].map((id) => variantView({ id }));
    const { scene } = createGridScene()(page, [cell(0, { variants }), cell(1), cell(2)]);
    const [a, b, c, next] = scene.items[0]?.pictures ?? [];
    expect([a?.x === c?.x, (b?.x ?? 0) > (a?.x ?? 0), (c?.y ?? 0) > (a?.y ?? 0)]).toEqual([true, true, true]);
    expect(next?.x).toBeGreaterThan((b?.x ?? 0) + (b?.w ?? 0));
  });
});

describe("the marks behind a prompt", () => {
  it.each(["a [red|blue] {subject}, \\[not\\]", "a [red|blue", "", "[a|b]"])("of %j are its text again", (text) => {
    expect(
      marksOf(text)
        .map((mark) => mark.text)
        .join(""),
    ).toBe(text);
  });

  it("say what is what, and what is wrong", () => {
    expect(marksOf("a [red|blue] {subject}").map(({ kind }) => kind)).toEqual(["words", "alternatives", "words", "variable"]);
    expect(mistakeIn("a [red|blue")).toBe("These alternatives are not closed with ].");
    expect(marksOf("a ({subject}:1.3)", true).map(({ kind }) => kind)).toEqual(["words", "weight", "variable", "weight"]);
    expect(marksOf("a [red|blue").map(({ kind }) => kind)).toContain("mistake");
  });
});

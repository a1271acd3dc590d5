import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findOnBoard, pathThrough, saidAround, withAncestors } from "@/lib/domain/board/find";
import type { PromptView } from "@/lib/domain/prompt/view";
import type { VariantView } from "@/lib/domain/run/view";
import { parseSearch } from "@/lib/domain/search/parse";
import { promptView, runView, variantView } from "../../client/board/views";

const sketched = (id: string, text: string, variants: readonly Partial<VariantView>[], change: Partial<PromptView> = {}) => {
  const { recipe } = promptView();
  const made = variants.map((variant, index) => variantView({ id: `${id}${index}`, runId: `run ${id}`, ...variant }));
  const runs = made.length === 0 ? [] : [runView({ id: `run ${id}`, actualMicros: "8000", count: made.length, requestedBy: "Olu" })];
  return promptView({ id, recipe: { ...recipe, text }, variants: made, runs, ...change });
};

const BOARD = [
  sketched("sea", "a calm sea", [{ flag: "pick", rating: 4 }, { flag: "reject" }]),
  sketched("storm", "a stormy sea", [{ quality: "final" }], { parentId: "sea" }),
  sketched("fox", "a fox in a forest", [], { author: "Bo" }),
];

const NO_WORDS: ReturnType<typeof saidAround> = new Map();

function found(typed: string, said = NO_WORDS) {
  const parsed = parseSearch(typed);
  if (parsed.kind === "mistake") throw new Error(parsed.mistake.sentence);
  const { prompts, variants } = findOnBoard(BOARD, parsed.query, said);
  return [...prompts, ...variants];
}

it("a prompt is found by the sections it is in and by the notes on it and on them", () => {
  const said = saidAround(
    BOARD,
    [{ id: "S", name: "Night shift", promptIds: ["sea"] }],
    [
      { promptId: "fox", sectionId: null, text: "ask Ada" },
      { promptId: null, sectionId: "S", text: "for the cover" },
    ],
  );
  expect(found("night -storm", said)).toEqual(["sea", "sea0", "sea1"]);
  expect(found("cover is:final", said)).toEqual(["storm", "storm0"]);
  expect(found("ada", said)).toEqual(["fox"]);
});

describe("finding on a board", () => {
  it.each([
    ["sea", ["sea", "storm", "sea0", "sea1", "storm0"]],
    ["sea -storm", ["sea", "sea0", "sea1"]],
    ["flag:pick OR is:final", ["sea", "storm", "sea0", "storm0"]],
    ["rating:>=4", ["sea", "sea0"]],
    ["cost:>0.005", ["storm", "storm0"]],
    ["by:bo", ["fox"]],
    ["by:olu flag:reject", ["sea", "sea1"]],
    ["since:2026-02-01", []],
    ["", ["sea", "storm", "fox", "sea0", "sea1", "storm0"]],
  ])("%s", (typed, expected) => {
    expect(found(typed)).toEqual(expected);
  });
});

describe("a path", () => {
  it("is where a prompt came from and what came of it, not its siblings", () => {
    const board = [
      ...BOARD,
      sketched("other", "a calmer sea", [{}], { parentId: "sea" }),
      sketched("night", "a stormy sea at night", [{}], { parentId: "storm" }),
    ];
    expect([...pathThrough(board, "storm").prompts].sort()).toEqual(["night", "sea", "storm"]);
    expect([...pathThrough(board, "storm").variants].sort()).toEqual(["night0", "sea0", "sea1", "storm0"]);
  });

  it("any part of a board is kept with all it came from, and nothing else", () => {
    const tree = fc
      .array(fc.nat(), { minLength: 1, maxLength: 30 })
      .map((parents) =>
        parents.map((parent, at) => sketched(`p${at}`, "x", [], { parentId: at === 0 || parent % 4 === 0 ? null : `p${parent % at}` })),
      );
    fc.assert(
      fc.property(tree, fc.array(fc.nat(), { maxLength: 5 }), (prompts, chosen) => {
        const ids = chosen.map((at) => `p${at % prompts.length}`);
        const kept = withAncestors(prompts, ids);
        for (const id of ids) expect(kept.has(id)).toBe(true);
        for (const { id, parentId } of prompts) {
          if (kept.has(id) && parentId !== null) expect(kept.has(parentId)).toBe(true);
          const isNeeded = ids.includes(id) || prompts.some((child) => child.parentId === id && kept.has(child.id));
          expect(kept.has(id)).toBe(isNeeded);
        }
      }),
    );
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rateOf } from "@/lib/domain/pattern/evidence/wilson";
import { isComplete, type LabelFacts, labelChecklist } from "@/lib/domain/pattern/label/checklist";
import { type PastMove, placeBefore } from "@/lib/domain/pattern/label/history";
import { DEFAULT_RULE, strictest } from "@/lib/domain/pattern/label/rule";

const NOTHING = { all: 0, passed: 0, failed: 0, refused: 0, undecided: 0, waiting: 0, broken: 0 };
const evidence = (passed: number, of: number, change: Partial<NonNullable<LabelFacts["evidence"]>> = {}) => ({
  count: { ...NOTHING, all: of, passed, failed: of - passed },
  rate: rateOf(passed, of),
  hidden: 0,
  stale: false,
  modelName: "sketch",
  modelRevision: "1",
  currentRevision: "1",
  ...change,
});
const FINALS: LabelFacts["template"] = {
  model: { engineId: "sketch", modelId: "sketch", revision: "1" },
  alternatives: [],
  controls: { aspectRatio: "1:1", quality: "final", settings: {} },
  seeds: { mode: "random" },
  count: 1,
  free: [],
};
const facts = (change: Partial<LabelFacts> = {}): LabelFacts => ({
  label: "production",
  role: "lead",
  isAuthor: false,
  evidence: evidence(20, 20),
  rule: DEFAULT_RULE,
  template: FINALS,
  lanes: [],
  ...change,
});
const missing = (change: Partial<LabelFacts>) => labelChecklist(facts(change)).flatMap(({ kind, met }) => (met ? [] : [kind]));

describe("the label production", () => {
  test("is free with enough fresh evidence and another lead, and says what is missing otherwise, all of it at once", () => {
    expect(isComplete(labelChecklist(facts()))).toBe(true);
    expect(missing({ isAuthor: true })).toEqual(["not-author"]);
    expect(missing({ role: "operator" })).toEqual(["lead"]);
    expect(missing({ evidence: null })).toEqual(["evidence"]);
    expect(missing({ evidence: evidence(19, 19) })).toEqual(["cells"]);
    expect(missing({ evidence: evidence(20, 20, { stale: true, currentRevision: "2" }) })).toEqual(["fresh"]);
    expect(missing({ evidence: evidence(20, 20, { count: { ...NOTHING, undecided: 3 } }) })).toEqual(["judged"]);
    expect(missing({ isAuthor: true, evidence: evidence(1, 2) })).toEqual(["not-author", "cells", "lower-bound"]);
    expect(missing({ evidence: evidence(0, 0, { rate: null }) })).toEqual(["cells", "lower-bound"]);
  });

  test("asks for the interval's lower end: 18 of 20 is 90 % and not yet 70 % for sure, 19 of 20 is", () => {
    expect(missing({ evidence: evidence(18, 20) })).toEqual(["lower-bound"]);
    expect(missing({ evidence: evidence(19, 20) })).toEqual([]);
    const [sentence] = labelChecklist(facts({ evidence: evidence(18, 20) })).flatMap((line) => (line.met ? [] : [line.sentence]));
    expect(sentence).toBe("18 of 20 passed: at least 69.8 % with 95 % confidence, where 70 % is asked.");
  });

  test("more passes never lose it, and a stricter rule never gives it", () => {
    const part = fc.integer({ min: 0, max: 60 });
    fc.assert(
      fc.property(part, part, part, fc.double({ min: 0, max: 0.99, noNaN: true }), (passed, failed, minCells, lowerBound) => {
        const rule = { minCells: minCells + 1, lowerBound };
        const has = (passed: number, failed: number, asked = rule) =>
          isComplete(labelChecklist(facts({ rule: asked, evidence: evidence(passed, passed + failed) })));
        if (has(passed, failed)) expect(has(passed + 1, failed)).toBe(true);
        if (!has(passed, failed)) expect(has(passed, failed, strictest([rule, { minCells: 5, lowerBound: 0.5 }]))).toBe(false);
      }),
    );
  });

  test("needs a production lane that allows one of its engines; drafts and closed lanes are told to whoever signs", () => {
    const [only, open] = [
      { name: "Film", allowedEngines: ["luma"] },
      { name: "Print", allowedEngines: [] },
    ];
    const line = (change: Partial<LabelFacts>) => labelChecklist(facts(change)).find(({ kind }) => kind === "lanes");
    expect(missing({ lanes: [only] })).toEqual(["lanes"]);
    expect(line({ lanes: [only] })?.sentence).toBe("No production lane allows sketch: its pictures could not be sent to review.");
    expect(line({ lanes: [only, open] })).toMatchObject({ met: true, caution: true, sentence: "Film does not allow sketch." });
    expect(
      missing({ lanes: [only], template: { ...FINALS, alternatives: [{ engineId: "luma", modelId: "ray", revision: "1" }] } }),
    ).toEqual([]);
    const drafts = { ...FINALS, controls: { ...FINALS.controls, quality: "draft" as const } };
    expect(line({ template: drafts, lanes: [open] })).toMatchObject({ met: true, caution: true });
    expect(line({ template: drafts })?.sentence).toContain("locked at draft quality");
    expect(line({ template: { ...drafts, free: ["quality"] } })?.sentence).toContain("unless final quality is asked for");
    expect(line({ lanes: [open] })).toEqual({ kind: "lanes", met: true, caution: false, sentence: "Production lanes take its pictures." });
  });

  test("candidate asks for nothing but a lead", () => {
    expect(labelChecklist(facts({ label: "candidate", isAuthor: true, evidence: null })).map(({ met }) => met)).toEqual([true]);
    expect(missing({ label: "candidate", role: "reviewer" })).toEqual(["lead"]);
  });
});

describe("rolling back", () => {
  const moved = (fromId: string | null, toId: string): PastMove => ({ kind: "moved", fromId, toId });
  test("goes to where the label was, twice goes two moves back, and there is nothing before the first place", () => {
    const two = [moved(null, "one"), moved("one", "two")];
    expect(placeBefore(two)).toBe("one");
    expect(placeBefore([...two, { kind: "rolled-back", fromId: "two", toId: "one" }])).toBeNull();
    expect(placeBefore([...two, { kind: "rolled-back", fromId: "two", toId: "one" }, moved("one", "three")])).toBe("one");
    expect(placeBefore([])).toBeUndefined();
    expect(placeBefore([moved("legacy", "one"), { kind: "rolled-back", fromId: "one", toId: "legacy" }])).toBeUndefined();
  });

  test("as many roll-backs as moves end where it began", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 12 }), (places) => {
        const moves: PastMove[] = [];
        let at: string | null = null;
        const act = (kind: PastMove["kind"], toId: string | null) => {
          moves.push({ kind, fromId: at, toId });
          at = toId;
        };
        const made = places.filter((place, index) => place !== places[index - 1]);
        for (const place of made) act("moved", String(place));
        for (const _ of made) {
          const before = placeBefore(moves);
          if (before === undefined) throw new Error("there is a place before each move");
          act("rolled-back", before);
        }
        expect([at, placeBefore(moves)]).toEqual([null, undefined]);
      }),
    );
  });
});

test("the strictest production lane counts, each number by itself", () => {
  expect(strictest([])).toEqual({ minCells: 20, lowerBound: 0.7 });
  expect(
    strictest([
      { minCells: 10, lowerBound: 0.9 },
      { minCells: 40, lowerBound: 0.5 },
    ]),
  ).toEqual({ minCells: 40, lowerBound: 0.9 });
});

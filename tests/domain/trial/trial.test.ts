import { describe, expect, test } from "vitest";
import { cellsOf } from "@/lib/domain/grid/expand";
import { judgeAgreement } from "@/lib/domain/trial/agreement";
import { misfit, trialGrid } from "@/lib/domain/trial/contents";
import { countOfTrial } from "@/lib/domain/trial/count";
import { driftFrom } from "@/lib/domain/trial/drift-from";
import { type Verdict, verdictOf } from "@/lib/domain/trial/judgement";
import { outcomeOf } from "@/lib/domain/trial/outcome";
import { recipe } from "../../support/recipes";
import { subjectTemplate } from "../../support/subject-template";

const contents = {
  subjects: [
    { name: "Fox", values: { subject: "a fox {light}" } },
    { name: "Boat", values: { subject: "a boat", light: "noon" } },
  ],
  seeds: [7, 9],
};

describe("a trial's grid", () => {
  test("has one picture for every subject and seed; brackets in the pattern and braces in a value are words", () => {
    const cells = cellsOf({ ...trialGrid(subjectTemplate(), [], contents), skips: [] });
    expect(cells.map(({ recipe: { text, seeds, count } }) => [text, seeds, count])).toEqual([
      ["a fox {light} at [sea], dusk", { mode: "locked", values: [7] }, 1],
      ["a fox {light} at [sea], dusk", { mode: "locked", values: [9] }, 1],
      ["a boat at [sea], noon", { mode: "locked", values: [7] }, 1],
      ["a boat at [sea], noon", { mode: "locked", values: [9] }, 1],
    ]);
    const { text: _, ...rest } = recipe();
    expect(trialGrid({ ...subjectTemplate(), ...rest, text: "[a|b] \\ plain", variables: [] }, [], contents).base.text).toBe(
      "\\[a\\|b\\] \\\\ plain",
    );
  });

  test("takes an eval set that fits the pattern only", () => {
    expect(misfit(subjectTemplate(), contents)).toBeNull();
    expect(misfit(subjectTemplate(), { subjects: [{ name: "Fox", values: {} }] })).toContain("gives no value for {subject}");
    expect(misfit(subjectTemplate(), { subjects: [{ name: "Fox", values: { subject: "a fox", mood: "calm" } }] })).toContain(
      "has no {mood}",
    );
  });
});

const says = (...verdicts: Verdict[]) => verdicts.map((verdict) => ({ verdict }));

test("the majority passes a picture; a tie does not, and nobody decides nothing", () => {
  expect([says(), says("pass"), says("pass", "fail"), says("pass", "fail", "pass"), says("fail")].map(verdictOf)).toEqual([
    null,
    "pass",
    "fail",
    "pass",
    "fail",
  ]);
});

test("a refusal counts against the pattern, a failure of the engine against nobody", () => {
  const outcome = (status: Parameters<typeof outcomeOf>[0]["status"], refusal: string | null = null) =>
    outcomeOf({ status, refusal, judgements: [] });
  expect([
    outcome("refused"),
    outcome("failed"),
    outcome("unknown"),
    outcome(null),
    outcome("succeeded"),
    outcome(null, "too long"),
  ]).toEqual(["refused", "broken", "broken", "waiting", "undecided", "broken"]);
});

test("what a cancelled trial did not start waits for nothing, and every cell is counted as what became of it", () => {
  expect(outcomeOf({ status: null, refusal: null, judgements: [], isCancelled: true })).toBe("broken");
  const cells = ([null, "queued", "processing", "succeeded", "refused", "failed", "unknown", "cancelled"] as const).map((status) => ({
    status,
    refusal: null,
  }));
  const some = { inFlight: 2, succeeded: 1, refused: 1, failed: 2, impossible: 1 };
  const all = [...cells, { status: null, refusal: "too long" }];
  expect(countOfTrial(all, false)).toEqual({ ...some, waiting: 1, cancelled: 1 });
  expect(countOfTrial(all, true)).toEqual({ ...some, waiting: 0, cancelled: 2 });
});

test("pictures are measured away from references of manner, a variable's too; without any, from the promoted picture", () => {
  const template = subjectTemplate();
  const brought = { name: "look", type: { kind: "reference" as const, role: "mood" as const, weight: 1 }, default: null, examples: [] };
  expect([
    driftFrom(template, []),
    driftFrom(template, [{ role: "composition" }]),
    driftFrom(template, [{ role: "style" }]),
    driftFrom({ variables: [...template.variables, brought] }, []),
  ]).toEqual(["promoted", "promoted", "references", "references"]);
});

describe("how judges agree", () => {
  const cell = (...verdicts: (Verdict | null)[]) =>
    new Map(verdicts.flatMap((verdict, judge) => (verdict === null ? [] : [[`judge ${judge}`, verdict] as const])));

  test("is the share of equal pairs, and Krippendorff's alpha beyond chance", () => {
    expect(judgeAgreement([cell("pass", "pass"), cell("fail", "fail")])).toEqual({ judges: 2, pictures: 2, share: 1, alpha: 1 });
    // Ten pictures, two judges, binary data: the textbook's example has alpha = 0.095 (Krippendorff 2011, "Computing
    // Krippendorff's alpha-reliability", part A).
    const [one, two] = ["0100000000", "1110010010"].map((row) => [...row].map((value): Verdict => (value === "1" ? "pass" : "fail")));
    const cells = (one ?? []).map((verdict, index) => cell(verdict, two?.[index] ?? null));
    expect(judgeAgreement(cells)).toMatchObject({ judges: 2, pictures: 10, share: 0.6 });
    expect(judgeAgreement(cells)?.alpha).toBeCloseTo(0.095, 3);
  });

  test("says nothing where no picture was judged twice", () => {
    expect(judgeAgreement([cell("pass"), cell(null, "fail"), cell()])).toBeNull();
  });
});

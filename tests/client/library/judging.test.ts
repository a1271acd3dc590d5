import { describe, expect, it } from "vitest";
import { judgementOf, nextUnjudged, step, withJudgement } from "@/components/library/trial/judging";
import { cellWords, unmeasuredWords } from "@/components/library/trial/words";
import type { TrialCell, TrialView } from "@/lib/domain/trial/view";

const verdict = (memberId: string, verdict: "pass" | "fail") => ({
  memberId,
  judge: memberId,
  verdict,
  defectKind: null,
  note: "",
  judgedAt: "2026-01-01T00:00:00Z",
});
const variant = {
  id: "v",
  runId: "r",
  promptId: "p",
  assetId: "a",
  index: 0,
  seed: 1,
  flag: "none" as const,
  rating: 0 as const,
  colour: "none" as const,
  width: 8,
  height: 8,
  thumbHash: "",
  video: null,
  quality: "draft" as const,
  finalOf: null,
  final: null,
  contentHash: "",
  version: 0,
  createdAt: "2026-01-01T00:00:00Z",
};
const cell = (index: number, change: Partial<TrialCell> = {}): TrialCell => ({
  index,
  subject: 0,
  seed: index,
  promptId: null,
  runId: null,
  status: "succeeded",
  why: null,
  width: 8,
  height: 8,
  variant,
  mine: null,
  others: [],
  outcome: "undecided",
  measure: null,
  ...change,
});

describe("a trial under the keyboard", () => {
  it("moves by seed and by subject, on to the next row at its end, and stays at the edges", () => {
    const size = { rows: 2, columns: 3 };
    expect([step(2, "right", size), step(3, "left", size), step(1, "down", size), step(4, "up", size)]).toEqual([3, 2, 4, 1]);
    expect([step(0, "left", size), step(5, "right", size), step(1, "up", size), step(4, "down", size)]).toEqual([0, 5, 1, 4]);
  });

  it("goes on to the next picture nobody but others judged, past cells without one, and begins again at the end", () => {
    const cells = [cell(0), cell(1, { mine: verdict("me", "pass") }), cell(2, { variant: null }), cell(3)];
    expect([nextUnjudged(cells, 0), nextUnjudged(cells, 3), nextUnjudged([cell(0)], 0)]).toEqual([3, 0, null]);
  });

  it("shows a verdict at the press as the studio will count it: the majority, and a tie fails", () => {
    const others = [verdict("other", "fail")];
    const trial = { cells: [cell(0, { others }), cell(1)] } as TrialView;
    const said = withJudgement(trial, 0, verdict("me", "pass"));
    expect(said.cells.map(({ outcome }) => outcome)).toEqual(["failed", "undecided"]);
    expect(withJudgement(said, 0, null).cells[0]).toMatchObject({ mine: null, outcome: "failed" });
    expect(withJudgement({ ...trial, cells: [cell(0, { others: null })] }, 0, verdict("me", "pass")).cells[0]?.outcome).toBe("passed");
    expect(judgementOf("fail", "hands")).toEqual({ verdict: "fail", defectKind: "hands", note: "" });
  });

  it("says of a cell without a picture what happened, and that there is nothing to measure", () => {
    const empty = (status: TrialCell["status"], outcome: TrialCell["outcome"] = "broken") => cell(0, { status, outcome, variant: null });
    const said = (one: TrialCell, status: TrialView["status"] = "started") => [
      cellWords(one, { status, blind: false }),
      unmeasuredWords(one),
    ];
    const nothing = "Nothing to measure: there is no picture.";
    const unseen = cell(0, { outcome: "undecided", mine: null });
    expect([true, false].map((blind) => cellWords(unseen, { status: "started", blind }))).toEqual(["not judged by you", "not judged"]);
    expect(said(empty("failed"))).toEqual(["the engine failed", nothing]);
    expect(said(empty("cancelled"))).toEqual(["cancelled", nothing]);
    expect(said(empty("refused", "refused"))).toEqual(["refused by the engine", nothing]);
    expect(said(empty(null))).toEqual(["cannot run", nothing]);
    expect(said(empty(null), "cancelled")).toEqual(["not started", nothing]);
    expect(said(empty("queued", "waiting"))).toEqual(["queued", "Not measured yet."]);
    expect(said(cell(0))).toEqual(["not judged", "Not measured yet."]);
  });
});

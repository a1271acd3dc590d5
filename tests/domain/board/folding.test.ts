import { describe, expect, it } from "vitest";
import { foldedAbove, foldLineage } from "@/lib/domain/board/folding";
import { newestWork } from "@/lib/domain/board/newest-work";

const node = (id: string, parentId: string | null = null) => ({ id, parentId });
const LINEAGE = [node("a"), node("b", "a"), node("c", "b"), node("d", "a"), node("e")];

describe("a folded lineage", () => {
  it("hides everything below a folded prompt and counts it", () => {
    const { shown, hidden } = foldLineage(LINEAGE, new Set(["a"]));
    expect(shown.map(({ id }) => id)).toEqual(["a", "e"]);
    expect([...hidden]).toEqual([["a", 3]]);
  });

  it("counts what a fold within a fold hides once, for the one that is seen", () => {
    expect([...foldLineage(LINEAGE, new Set(["a", "b"])).hidden]).toEqual([["a", 3]]);
    expect([...foldLineage(LINEAGE, new Set(["b"])).hidden]).toEqual([["b", 1]]);
  });

  it("knows a fold that hides no other prompt, and forgets one whose prompt is gone", () => {
    expect([...foldLineage(LINEAGE, new Set(["e", "gone"])).hidden]).toEqual([["e", 0]]);
  });

  it("names the folds that keep a prompt out of sight, the nearest first", () => {
    expect(foldedAbove(LINEAGE, "c", new Set(["a", "b", "c", "e"]))).toEqual(["b", "a"]);
  });
});

describe("the newest work", () => {
  const at = (minute: number) => `2026-05-01T10:0${minute}:00Z`;
  const prompt = (id: string, createdAt: string, runs: { createdAt: string; finishedAt: string | null }[] = []) => ({
    id,
    createdAt,
    runs,
  });

  it("is where a run finished last, not what was written last", () => {
    const older = prompt("older", at(1), [{ createdAt: at(2), finishedAt: at(6) }]);
    expect(newestWork([older, prompt("newer", at(5))])).toBe("older");
    expect(newestWork([older, prompt("newer", at(5), [{ createdAt: at(7), finishedAt: null }])])).toBe("newer");
  });

  it("is nowhere on an empty board", () => {
    expect(newestWork([])).toBeNull();
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changeVariable, declareVariable, draftFromRecipe, type TemplateDraft } from "@/lib/domain/pattern/draft";
import { mergeDrafts, saysSame } from "@/lib/domain/pattern/merge-drafts";
import { recipe } from "../../support/recipes";

const BASE: TemplateDraft = declareVariable(draftFromRecipe(recipe({ text: "a {subject} at dusk, gouache" })), "subject");

describe("two people at one draft", () => {
  test("what each changed is kept: words, a variable, a lock, a defect, notes", () => {
    const mine: TemplateDraft = {
      ...changeVariable(BASE, "subject", { fallback: "fox" }),
      text: "a {subject} at dawn, gouache",
      notes: "Holds.",
    };
    const theirs: TemplateDraft = {
      ...BASE,
      text: "a {subject} at dusk, ink",
      free: ["count", "seeds", "aspectRatio"],
      acceptableDefects: [{ kind: "hands", maxSeverity: "minor", note: "" }],
    };
    for (const merged of [mergeDrafts(BASE, mine, theirs), mergeDrafts(BASE, theirs, mine)])
      expect(merged).toMatchObject({
        text: "a {subject} at dawn, ink",
        notes: "Holds.",
        free: ["count", "seeds", "aspectRatio"],
        variables: [{ name: "subject", fallback: "fox" }],
        acceptableDefects: [{ kind: "hands" }],
      });
  });

  test("where both changed the same, the first keeps its own", () => {
    const [mine, theirs] = [
      { ...BASE, text: "a {subject} at dawn, gouache", count: 2 },
      { ...BASE, text: "a {subject} at noon, gouache", count: 4 },
    ];
    expect(mergeDrafts(BASE, mine, theirs)).toMatchObject({ text: "a {subject} at dawn, gouache", count: 2 });
    expect(mergeDrafts(BASE, theirs, mine)).toMatchObject({ text: "a {subject} at noon, gouache", count: 4 });
  });

  test("a variable one took away stays away, unless the other changed it meanwhile", () => {
    const without = { ...BASE, text: "a fox at dusk, gouache", variables: [] };
    expect(mergeDrafts(BASE, without, { ...BASE, notes: "Calm." }).variables).toEqual([]);
    expect(mergeDrafts(BASE, { ...BASE, notes: "Calm." }, without).variables).toEqual([]);
    expect(mergeDrafts(BASE, changeVariable(BASE, "subject", { fallback: "owl" }), without).variables).toMatchObject([{ fallback: "owl" }]);
  });

  test("who changed nothing changes nothing", () => {
    const draft = fc
      .record({
        text: fc.constantFrom("a fox", "two foxes, ink", ""),
        count: fc.integer({ min: 1, max: 4 }),
        notes: fc.constantFrom("", "Calm."),
      })
      .map((part): TemplateDraft => ({ ...BASE, ...part }));
    fc.assert(
      fc.property(draft, draft, (base, changed) => {
        expect(saysSame(mergeDrafts(base, base, changed), changed)).toBe(true);
        expect(saysSame(mergeDrafts(base, changed, base), changed)).toBe(true);
        expect(saysSame(mergeDrafts(base, changed, changed), changed)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});

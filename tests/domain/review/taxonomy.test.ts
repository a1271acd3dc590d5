import fc from "fast-check";
import { expect, test } from "vitest";
import { DEFECT_KINDS, DefectKind } from "@/lib/domain/review/defect";
import { addKind, labelOf, taxonomyOf, whyNotChange } from "@/lib/domain/review/taxonomy";

test("a workspace begins with the kinds everybody has, and its own stand before the last", () => {
  expect(taxonomyOf([]).map(({ kind }) => kind)).toEqual([...DEFECT_KINDS]);
  const own = { kind: "grain", label: "Grain", hint: "", isHidden: false, version: 1 };
  const renamed = { kind: "hands", label: "Fingers", hint: "Count them", isHidden: true, version: 3 };
  const kinds = taxonomyOf([own, renamed]);
  expect(kinds.at(-1)?.kind).toBe("other");
  expect(kinds.at(-2)).toEqual({ ...own, isBuiltIn: false });
  expect(kinds[0]).toEqual({ ...renamed, isBuiltIn: true });
  expect([labelOf(kinds, "hands"), labelOf(kinds, "of-another-workspace")]).toEqual(["Fingers", "Of another workspace"]);
});

test("what none of the others says stays, and no two kinds have one name, hidden ones included", () => {
  const kinds = taxonomyOf([{ kind: "hands", label: "Fingers", hint: "", isHidden: true, version: 1 }]);
  expect(whyNotChange(kinds, "other", { isHidden: true })).toBe("other_stays");
  expect(whyNotChange(kinds, "text", { label: " fingers " })).toBe("same_name");
  expect(whyNotChange(kinds, "hands", { label: "FINGERS", isHidden: false })).toBeNull();
  expect(addKind(kinds, "Fingers")).toBe("same_name");
  expect(addKind(kinds, "Hands")).toEqual({ kind: "hands-2" });
});

test("whatever people call their kinds, each gets a key of its own until there are enough", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ minLength: 1, maxLength: 40 }), { maxLength: 60 }), (labels) => {
      const rows: { kind: string; label: string; hint: string; isHidden: boolean; version: number }[] = [];
      for (const label of labels) {
        const added = addKind(taxonomyOf(rows), label);
        if (typeof added !== "string") rows.push({ kind: added.kind, label, hint: "", isHidden: false, version: 1 });
      }
      const keys = taxonomyOf(rows).map(({ kind }) => kind);
      expect(new Set(keys).size).toBe(keys.length);
      expect(keys.length).toBeLessThanOrEqual(60);
      for (const key of keys) expect(DefectKind.safeParse(key).success).toBe(true);
    }),
    { numRuns: 25 },
  );
});

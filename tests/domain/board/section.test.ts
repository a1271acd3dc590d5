import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { collapseSections, sectionIdOf, sectionsAround, topsOf } from "@/lib/domain/board/section";

const node = (id: string, parentId: string | null = null) => ({ id, parentId });
const LINEAGE = [node("a"), node("b", "a"), node("c", "b"), node("d", "a"), node("e")];

describe("the sections of a board", () => {
  it("takes a subtree by its top, whatever else of it was chosen", () => {
    expect(topsOf(LINEAGE, ["c", "e", "a"])).toEqual(["a", "e"]);
    expect(topsOf(LINEAGE, ["c", "d"])).toEqual(["c", "d"]);
  });

  it("holds what is branched from its prompts, inside any section around it", () => {
    const around = sectionsAround(LINEAGE, [
      { id: "S", promptIds: ["a", "gone"] },
      { id: "T", promptIds: ["b"] },
    ]);
    expect(Object.fromEntries(around)).toEqual({ a: ["S"], b: ["T", "S"], c: ["T", "S"], d: ["S"] });
  });

  it("collapses to one place under each parent, which counts what is inside it", () => {
    const entries = collapseSections(LINEAGE, [{ id: "S", promptIds: ["c", "d", "e"] }], new Set(["S"]));
    expect(entries.map(({ id, parentId }) => [id, parentId])).toEqual([
      ["a", null],
      ["b", "a"],
      ["S", "b"],
      ["S/2", "a"],
      ["S/3", null],
    ]);
    expect(sectionIdOf("S/2")).toBe("S");
  });

  it("never loses a prompt by collapsing: each is shown, or inside one collapsed section", () => {
    const picks = fc.array(fc.record({ pick: fc.nat(), section: fc.constantFrom("", "", "S", "T") }), { maxLength: 40 });
    fc.assert(
      fc.property(picks, fc.subarray(["S", "T"]), (made, collapsed) => {
        const nodes = made.map(({ pick }, index) => node(`n${index}`, index === 0 || pick % 5 === 0 ? null : `n${pick % index}`));
        const sections = ["S", "T"].map((id) => ({
          id,
          promptIds: made.flatMap(({ section }, index) => (section === id ? [`n${index}`] : [])),
        }));
        const entries = collapseSections(nodes, sections, new Set(collapsed));
        const all = entries.flatMap((entry) => ("inside" in entry ? entry.inside.map(({ id }) => id) : [entry.id]));
        expect(all.toSorted()).toEqual(nodes.map(({ id }) => id).toSorted());
        // Parents still come before their children.
        const seen = new Set<string>();
        for (const { id, parentId } of entries) {
          expect(parentId === null || seen.has(parentId)).toBe(true);
          seen.add(id);
        }
      }),
      { numRuns: 40 },
    );
  });
});

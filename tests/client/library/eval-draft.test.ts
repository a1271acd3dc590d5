import { describe, expect, it } from "vitest";
import { draftOf, draftProblem, newDraft, newRow, pasted, readSeeds, subjectsOf } from "@/components/library/eval-set/draft";

const draft = (change: Partial<ReturnType<typeof newDraft>> = {}) => ({ ...newDraft(), name: "Boats", ...change });

describe("an eval set as a table", () => {
  it("takes a table from a spreadsheet from one cell on, adding rows; what lies beyond the columns is left out", () => {
    const before = draft({ variables: ["subject", "light"], rows: [newRow("Fox", { subject: "a fox" }), newRow()] });
    const after = pasted(before, { row: 1, column: 0 }, "Boat\ta boat\tnoon\tlost\r\nTree\ta tree, old\r\n");
    expect(after.rows.map(({ name, values }) => [name, values])).toEqual([
      ["Fox", { subject: "a fox" }],
      ["Boat", { subject: "a boat", light: "noon" }],
      ["Tree", { subject: "a tree, old" }],
    ]);
    expect(after.rows[0]?.id).toBe(before.rows[0]?.id);
  });

  it("saves what is written: empty rows are left out, a row without a name is called by its first value", () => {
    const rows = [newRow("", { subject: " a fox " }), newRow(), newRow("Boat", { gone: "x" })];
    expect(subjectsOf(draft({ rows }))).toEqual([
      { name: "a fox", values: { subject: "a fox" } },
      { name: "Boat", values: {} },
    ]);
    const values = { subject: "a fox", light: "noon" };
    const set = { name: "Boats", subjects: [{ name: "Fox", values }], variables: ["subject", "light"], seeds: [3, 1] };
    expect([subjectsOf(draftOf(set)), draftOf(set).seeds, draftProblem(draftOf(set))]).toEqual([set.subjects, "3, 1", null]);
  });

  it("says why it cannot be saved", () => {
    const rows = [newRow("Fox"), newRow("Fox")];
    expect([
      draftProblem(draft({ name: " " })),
      draftProblem(draft()),
      draftProblem(draft({ rows })),
      draftProblem(draft({ rows: [newRow("Fox")], seeds: "1, two" })),
      draftProblem(draft({ rows: [newRow("Fox")], variables: ["a b"] })),
    ]).toEqual([
      "Give the eval set a name.",
      "An eval set needs at least one subject.",
      "Two subjects are called “Fox”.",
      "“two” is no seed: a whole number from 0 to 4,294,967,295.",
      "“a b” is no variable. One is named like subject: small letters, digits and _.",
    ]);
    expect([readSeeds("1 2;3,\n4"), readSeeds("7, 7"), readSeeds("4294967296")]).toMatchObject([
      { seeds: [1, 2, 3, 4] },
      { problem: "Each seed stands in an eval set once." },
      { problem: expect.stringContaining("is no seed") },
    ]);
  });
});

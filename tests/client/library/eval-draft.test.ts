import { describe, expect, it } from "vitest";
import { draftOf, draftProblem, newDraft, newRow, readSeeds, subjectsOf } from "@/components/library/eval-set/draft";
import { pasted } from "@/components/library/eval-set/pasted";

const draft = (change: Partial<ReturnType<typeof newDraft>> = {}) => ({ ...newDraft(), name: "Boats", ...change });

describe("an eval set as a table", () => {
  const cellsOf = ({ draft: { rows } }: ReturnType<typeof pasted>) => rows.map(({ name, values }) => [name, values]);

  it("takes a table from a spreadsheet from one cell on, adding rows; what lies beyond the columns gets columns, and that is said", () => {
    const before = draft({ variables: ["subject", "light"], rows: [newRow("Fox", { subject: "a fox" }), newRow()] });
    const after = pasted(before, { row: 1, column: 0 }, "Boat\ta boat\tnoon\tcalm\t\r\nTree\ta tree, old\r\n");
    expect(cellsOf(after)).toEqual([
      ["Fox", { subject: "a fox" }],
      ["Boat", { subject: "a boat", light: "noon", variable_3: "calm" }],
      ["Tree", { subject: "a tree, old" }],
    ]);
    expect(after.draft.rows[0]?.id).toBe(before.rows[0]?.id);
    expect(after.draft.variables).toEqual(["subject", "light", "variable_3"]);
    expect(after.sentences).toEqual(["Added without a name: variable_3. Call it like the pattern's variable."]);
    const fits = pasted(before, { row: 0, column: 1 }, "a hen\tdusk");
    expect([fits.draft.variables, fits.sentences]).toEqual([["subject", "light"], []]);
  });

  it("reads a first line that names the columns, makes those that are missing, and says what it took", () => {
    const fresh = pasted(draft(), { row: 0, column: 1 }, "Name\tMotif\tWarm light\t2nd\r\nFox\ta fox\tdusk\tx");
    expect(fresh.draft.variables).toEqual(["motif", "warm_light", "variable_3"]);
    expect(cellsOf(fresh)[0]).toEqual(["Fox", { motif: "a fox", warm_light: "dusk", variable_3: "x" }]);
    expect(fresh.sentences).toEqual([
      "The first line was read as the columns: name, motif, warm_light, variable_3.",
      "“Motif” became motif.",
      "“Warm light” became warm_light.",
      "“2nd” became variable_3.",
    ]);
    // Under columns that hold words the new ones are added; without a `name` a column that is known tells the line.
    const more = pasted(draft({ rows: [newRow("Hen", { subject: "a hen" })] }), { row: 1, column: 0 }, "subject,mood\nan owl,calm");
    expect(more.draft.variables).toEqual(["subject", "mood"]);
    expect(cellsOf(more)).toEqual([
      ["Hen", { subject: "a hen" }],
      ["", { subject: "an owl", mood: "calm" }],
    ]);
    // Words that look like variables are no columns.
    expect(cellsOf(pasted(draft({ rows: [] }), { row: 0, column: 0 }, "whale\twhale\nfox\tfox"))).toEqual([
      ["whale", { subject: "whale" }],
      ["fox", { subject: "fox" }],
    ]);
  });

  it("says how many columns no eval set can hold", () => {
    const wide = Array.from({ length: 103 }, (_, place) => `c${place}`).join("\t");
    const { draft: after, sentences } = pasted(draft(), { row: 0, column: 0 }, wide);
    expect([after.variables.length, sentences.at(-1)]).toEqual([
      100,
      "An eval set holds at most 100 variables: 2 more columns were left out.",
    ]);
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

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Subject } from "@/lib/domain/eval-set/eval-set";
import { readSubjects, subjectsAsCsv } from "@/lib/domain/eval-set/table-file";
import { csvOf, linesOf } from "@/lib/domain/table/csv";

describe("comma-separated values", () => {
  test("are read as they were written, whatever the cells hold", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", ",", '"', "\n", "\r", "=", "'", "é", " "), maxLength: 8 });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 5 }), (lines) => {
        // An apostrophe that stood before a formula in the text itself cannot be told from ours.
        fc.pre(!lines.flat().some((text) => /^'[=+\-@\t\r]/.test(text)));
        // A line of one empty cell is no line.
        fc.pre(!lines.some((line) => line.length === 1 && line[0] === ""));
        expect(linesOf(csvOf(lines))).toEqual(lines);
      }),
    );
  });

  test("are read as spreadsheets and people write them: any line ends, a byte-order mark, tabs, loose quotes", () => {
    expect(linesOf("\ufeffa,b\nc,d\r\ne,\r")).toEqual([
      ["a", "b"],
      ["c", "d"],
      ["e", ""],
    ]);
    expect(linesOf("name\tlight\nfox\tnoon, hot")).toEqual([
      ["name", "light"],
      ["fox", "noon, hot"],
    ]);
    expect(linesOf('"a" b,"c ""d"""')).toEqual([["a b", 'c "d"']]);
    expect(linesOf('"never, closed\nends')).toEqual([['"never', " closed"], ["ends"]]);
    expect(linesOf("")).toEqual([]);
    expect(linesOf("a,")).toEqual([["a", ""]]);
  });
});

describe("a table of subjects", () => {
  test("is read as it was written", () => {
    const value = fc
      .string({ unit: fc.constantFrom("fox", ",", '"', "=", " ", "red"), minLength: 1, maxLength: 5 })
      .map((text) => `a${text}a`);
    const subject = fc.record({ name: value, values: fc.dictionary(fc.constantFrom("subject", "light", "mood"), value) });
    fc.assert(
      fc.property(fc.uniqueArray(subject, { selector: ({ name }) => name, maxLength: 6 }), (subjects: Subject[]) => {
        expect(readSubjects(subjectsAsCsv(subjects))).toEqual({ subjects, problems: [] });
      }),
    );
  });

  test("keeps the good lines and says what is wrong with the others, by their number", () => {
    const csv = "name,subject,light\nFox,a fox,noon\n,a boat,\nFox,another,\nLong,a tree,dusk,more\n\nTree,a tree,";
    expect(readSubjects(csv)).toEqual({
      subjects: [
        { name: "Fox", values: { subject: "a fox", light: "noon" } },
        { name: "Tree", values: { subject: "a tree" } },
      ],
      problems: [
        { line: 3, sentence: "A subject needs a name." },
        { line: 4, sentence: "“Fox” is there already." },
        { line: 5, sentence: "This line has more cells than there are columns." },
      ],
    });
    expect(readSubjects("name,The Subject\nFox,a fox").problems[0]?.sentence).toContain("“The Subject” is no variable.");
    expect(readSubjects("subject,subject\na,b").problems).toEqual([{ line: 1, sentence: "The column subject is there twice." }]);
    expect(readSubjects("").problems).toHaveLength(1);
    expect(readSubjects(`subject\n${"x".repeat(501)}`).problems[0]).toMatchObject({ line: 2 });
  });

  test("without names is called by its first value, and more than two hundred are said", () => {
    expect(readSubjects("subject\na fox").subjects).toEqual([{ name: "a fox", values: { subject: "a fox" } }]);
    const many = ["subject", ...Array.from({ length: 202 }, (_, index) => `fox ${index}`)].join("\n");
    const read = readSubjects(many);
    expect([read.subjects.length, read.problems.length]).toEqual([200, 2]);
  });
});

test("a quote that is never closed costs its own line only, and is said", () => {
  const read = readSubjects('name,subject\n"broken,a\nfox,red fox\n');
  expect(read.subjects.map(({ name }) => name)).toEqual(["fox"]);
  expect(read.problems).toEqual([{ line: 2, sentence: "A quotation mark is opened here and never closed." }]);
});

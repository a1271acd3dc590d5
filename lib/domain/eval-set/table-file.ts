import { z } from "zod";
import { VariableName } from "../pattern/variable";
import { csvOf, readLines } from "../table/csv";
import { MAX_SUBJECTS, Subject, variablesOf } from "./eval-set";

/** A line that could not be read. Lines count from 1, as a spreadsheet counts them. */
export const LineProblem = z.strictObject({ line: z.int(), sentence: z.string() });
export type LineProblem = z.infer<typeof LineProblem>;

/** What a table of subjects says: the good lines, and what is wrong with the others. */
export const ReadSubjects = z.strictObject({ subjects: z.array(Subject), problems: z.array(LineProblem) });
export type ReadSubjects = z.infer<typeof ReadSubjects>;

/** The column of names. A variable may be called `subject`, so this is not. */
const NAME_COLUMN = "name";

/** Subjects as comma-separated values: a column of names and one a variable. */
export function subjectsAsCsv(subjects: readonly Subject[], variables: readonly string[] = variablesOf(subjects)): string {
  return csvOf([
    [NAME_COLUMN, ...variables],
    ...subjects.map(({ name, values }) => [name, ...variables.map((variable) => values[variable] ?? "")]),
  ]);
}

/**
 * Reads a table of subjects: a header with a column `name` – without one, the first column's value is the name too – and a
 * column a variable. An empty cell gives no value. A line that is wrong is left out and said; the others are kept.
 */
export function readSubjects(text: string): ReadSubjects {
  const [header, ...lines] = readLines(text);
  const titles = (header?.cells ?? []).map((title) => title.trim());
  const problems = headerProblems(titles);
  if (problems.length > 0) return { subjects: [], problems };
  const named = titles.findIndex((title) => title.toLowerCase() === NAME_COLUMN);
  const subjects: Subject[] = [];
  for (const [index, { cells, isUnclosed }] of lines.entries()) {
    const line = index + 2;
    if (cells.every((cell) => cell.trim() === "")) continue;
    const read = isUnclosed ? "A quotation mark is opened here and never closed." : readLine(titles, named, cells);
    if (typeof read === "string") problems.push({ line, sentence: read });
    else if (subjects.some(({ name }) => name === read.name)) problems.push({ line, sentence: `“${read.name}” is there already.` });
    else if (subjects.length === MAX_SUBJECTS) problems.push({ line, sentence: `An eval set holds at most ${MAX_SUBJECTS} subjects.` });
    else subjects.push(read);
  }
  return { subjects, problems };
}

function headerProblems(titles: readonly string[]): LineProblem[] {
  if (titles.every((title) => title === "")) return [{ line: 1, sentence: "The first line names the columns: name, then one a variable." }];
  return titles.flatMap((title, index) => {
    if (title.toLowerCase() === NAME_COLUMN) return [];
    if (!VariableName.safeParse(title).success)
      return [{ line: 1, sentence: `“${title}” is no variable. One is named like subject: small letters, digits and _.` }];
    return titles.indexOf(title) < index ? [{ line: 1, sentence: `The column ${title} is there twice.` }] : [];
  });
}

/** The subject of a line, or what is wrong with it. */
function readLine(titles: readonly string[], named: number, cells: readonly string[]): Subject | string {
  if (cells.slice(titles.length).some((cell) => cell.trim() !== "")) return "This line has more cells than there are columns.";
  const values = Object.fromEntries(
    titles.flatMap((title, index) => {
      const value = (cells[index] ?? "").trim();
      return index === named || value === "" ? [] : [[title, value]];
    }),
  );
  const read = Subject.safeParse({ name: (cells[Math.max(0, named)] ?? "").trim(), values });
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  return issue?.code === "too_big"
    ? `${String(issue.path.at(-1))}: at most ${Number(issue.maximum)} characters.`
    : (issue?.message ?? "This line cannot be read.");
}

import { MAX_COLUMNS } from "@/lib/domain/eval-set/eval-set";
import { VariableName } from "@/lib/domain/pattern/variable";
import { linesOf } from "@/lib/domain/table/csv";
import { type DraftRow, type EvalDraft, freeName, newRow, subjectsOf, withCell } from "./draft";

/** Whether what is pasted is a table and not words. */
export const isTable = (text: string) => /[\t\n\r]/.test(text.replace(/[\r\n]+$/, ""));

export interface Pasted {
  readonly draft: EvalDraft;
  /** What became of the table's columns, in a sentence each; none when every cell went where it was put. */
  readonly sentences: readonly string[];
}

type Lines = readonly (readonly string[])[];

/**
 * A table from the clipboard, laid over the draft from one cell on: right and down, with rows and columns added as needed.
 * Column 0 is the name. A first line that names the columns says where each goes, wherever the table was pasted.
 */
export function pasted(draft: EvalDraft, at: { readonly row: number; readonly column: number }, text: string): Pasted {
  const lines = linesOf(text);
  const titles = titlesOf(lines, draft.variables);
  return titles === null ? laid(draft, at, lines) : under(draft, at.row, titles, lines.slice(1));
}

/**
 * The titles of a table whose first line names its columns: `name` is among them, or the first is a column here already.
 * Null for a first line of subjects, which may be words just like a variable's.
 */
function titlesOf([first = []]: Lines, variables: readonly string[]): readonly string[] | null {
  const titles = first.map((cell) => cell.trim());
  if (titles.some(isName)) return titles;
  const isKnown = variables.includes(variableOf(titles[0] ?? ""));
  return isKnown && titles.every((title) => title === "" || VariableName.safeParse(variableOf(title)).success) ? titles : null;
}

const isName = (title: string) => title.toLowerCase() === "name";

/** "Warm light" is meant as `warm_light`. */
const variableOf = (title: string) =>
  title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "");

function laid(draft: EvalDraft, at: { readonly row: number; readonly column: number }, lines: Lines): Pasted {
  const variables = [...draft.variables];
  const wanted = at.column + widthOf(lines) - 1;
  while (variables.length < Math.min(wanted, MAX_COLUMNS)) variables.push(freeName(variables));
  const added = variables.slice(draft.variables.length);
  const rows = filled(draft.rows, at.row, lines, (row, cell, place) => withCell(row, variables, at.column + place, cell));
  return {
    draft: { ...draft, variables, rows },
    sentences: [
      ...(added.length === 0
        ? []
        : [`Added without a name: ${added.join(", ")}. Call ${added.length === 1 ? "it" : "each"} like the pattern's variable.`]),
      ...leftOut(wanted - variables.length),
    ],
  };
}

function under(draft: EvalDraft, from: number, titles: readonly string[], lines: Lines): Pasted {
  // A table that brings its columns takes the place of those that nobody has filled yet.
  const before = subjectsOf(draft).length === 0 ? [] : draft.variables;
  const variables = [...before];
  const columns: (number | null)[] = [];
  const renamed: string[] = [];
  let over = 0;
  for (let place = 0; place < Math.max(titles.length, widthOf(lines)); place += 1) {
    const title = titles[place] ?? "";
    const isEmpty = title === "" && lines.every((line) => (line[place] ?? "").trim() === "");
    if (isName(title) && !columns.includes(0)) columns.push(0);
    else if (isEmpty) columns.push(null);
    else {
      const known = variables.indexOf(variableOf(title));
      const isTwice = known >= 0 && columns.includes(known + 1);
      const isVariable = VariableName.safeParse(variableOf(title)).success && !isName(title);
      if (known >= 0 && !isTwice) columns.push(known + 1);
      else if (variables.length === MAX_COLUMNS) {
        columns.push(null);
        over += 1;
      } else {
        const name = isVariable && !isTwice ? variableOf(title) : freeName(variables);
        if (name !== title) renamed.push(title === "" ? `The column without a name became ${name}.` : `“${title}” became ${name}.`);
        variables.push(name);
        columns.push(variables.length);
      }
    }
  }
  const rows = filled(draft.rows, from, lines, (row, cell, place) => {
    const column = columns[place] ?? null;
    return column === null ? row : withCell(row, variables, column, cell);
  });
  const named = columns.flatMap((column) => (column === null ? [] : column === 0 ? ["name"] : (variables[column - 1] ?? [])));
  return {
    draft: { ...draft, variables, rows },
    sentences: [`The first line was read as the columns: ${named.join(", ")}.`, ...renamed, ...leftOut(over)],
  };
}

/** How many columns of a table hold a word. */
const widthOf = (lines: Lines) => Math.max(0, ...lines.map((line) => line.findLastIndex((cell) => cell.trim() !== "") + 1));

const leftOut = (columns: number) =>
  columns <= 0
    ? []
    : [`An eval set holds at most ${MAX_COLUMNS} variables: ${columns} more ${columns === 1 ? "column was" : "columns were"} left out.`];

function filled(
  rows: readonly DraftRow[],
  from: number,
  lines: Lines,
  write: (row: DraftRow, cell: string, place: number) => DraftRow,
): readonly DraftRow[] {
  const all = [...rows, ...Array.from({ length: Math.max(0, from + lines.length - rows.length) }, () => newRow())];
  return all.map((row, index) => lines[index - from]?.reduce(write, row) ?? row);
}

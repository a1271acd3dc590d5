/** Comma-separated values as RFC 4180 has them: CRLF between lines, quotes around what needs them, quotes doubled. */

/** A text that a spreadsheet would take for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/** Writes lines of cells. A text that a spreadsheet would run as a formula is led by an apostrophe. */
export function csvOf(lines: readonly (readonly (string | number)[])[]): string {
  return lines.map((line) => `${line.map(field).join(",")}\r\n`).join("");
}

function field(value: string | number): string {
  const text = typeof value === "string" && FORMULA.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export interface TableLine {
  readonly cells: readonly string[];
  /** A quote is opened in it and never closed. */
  readonly isUnclosed: boolean;
}

export const linesOf = (text: string): readonly (readonly string[])[] => readLines(text).map(({ cells }) => cells);

/**
 * Reads lines of cells, however they are ended; a byte-order mark is passed over and the apostrophe before a formula taken
 * away again. What spreadsheets put on the clipboard is the same with tabs: the first line says which of the two it is. A
 * quote that is never closed is a letter like any other, so that it swallows no lines after its own.
 */
export function readLines(text: string): readonly TableLine[] {
  const source = text.replace(/^\ufeff/, "");
  const divider = dividerOf(source);
  const lines: TableLine[] = [];
  let line: string[] = [];
  let isUnclosed = false;
  let at = 0;
  const endCell = (cell: string) => line.push(cell.replace(/^'(?=[=+\-@\t\r])/, ""));
  const endLine = () => {
    lines.push({ cells: line, isUnclosed });
    line = [];
    isUnclosed = false;
  };
  while (at < source.length) {
    const isQuoted = source.charAt(at) === '"';
    const quoted = isQuoted ? quotedAt(source, at, divider) : null;
    isUnclosed ||= isQuoted && quoted === null;
    const { cell, end } = quoted ?? plainAt(source, at, divider);
    endCell(cell);
    at = end;
    if (source.charAt(at) === divider) {
      at += 1;
      // A divider at the very end is followed by one more, empty cell.
      if (at === source.length) endCell("");
      if (at < source.length) continue;
    }
    endLine();
    if (source.startsWith("\r\n", at)) at += 2;
    else if (at < source.length) at += 1;
  }
  return lines;
}

function dividerOf(source: string): "," | "\t" {
  const first = /^[^\r\n]*/.exec(source)?.[0] ?? "";
  return first.includes("\t") ? "\t" : ",";
}

function plainAt(source: string, start: number, divider: string) {
  let end = start;
  while (end < source.length && source.charAt(end) !== divider && source.charAt(end) !== "\n" && source.charAt(end) !== "\r") end += 1;
  return { cell: source.slice(start, end), end };
}

/** Null when the quote is never closed. */
function quotedAt(source: string, start: number, divider: string) {
  let cell = "";
  let at = start + 1;
  while (at < source.length) {
    if (source.charAt(at) !== '"') cell += source.charAt(at);
    else if (source.charAt(at + 1) === '"') {
      cell += '"';
      at += 1;
    } else break;
    at += 1;
  }
  if (at >= source.length) return null;
  // Whatever stands between the closing quote and the divider belongs to the cell: people write it.
  const rest = plainAt(source, at + 1, divider);
  return { cell: cell + rest.cell, end: rest.end };
}

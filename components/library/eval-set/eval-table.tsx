"use client";
import { Plus, Trash2, X } from "lucide-react";
import { type ClipboardEvent, type KeyboardEvent, useState } from "react";
import { announce } from "@/components/ui/announce";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { type EvalDraft, freeName, newRow, withCell } from "./draft";
import { isTable, pasted } from "./pasted";

const CELL =
  "h-8 w-full min-w-36 bg-transparent px-2 text-sm outline-none focus-visible:bg-inset focus-visible:outline-2 focus-visible:-outline-offset-2 focus-visible:outline-accent-ink";

export type EvalTableProps = { draft: EvalDraft; onChange: (draft: EvalDraft) => void };

/** The subjects as a table: a row a subject, a column a variable. Enter goes down, a table from a spreadsheet can be pasted into any cell. */
export function EvalTable({ draft, onChange }: EvalTableProps) {
  const { rows, variables } = draft;
  const write = (row: number, column: number, text: string) =>
    onChange({ ...draft, rows: rows.map((one, index) => (index === row ? withCell(one, variables, column, text) : one)) });
  const rename = (column: number, name: string) => {
    const old = variables[column] ?? "";
    onChange({
      ...draft,
      variables: variables.map((variable, index) => (index === column ? name : variable)),
      rows: rows.map((row) => {
        const { [old]: value, ...rest } = row.values;
        return value === undefined ? row : { ...row, values: { ...rest, [name]: value } };
      }),
    });
  };
  const paste = (row: number, column: number) => (event: ClipboardEvent<HTMLInputElement>) => {
    const text = event.clipboardData.getData("text/plain");
    if (!isTable(text)) return;
    event.preventDefault();
    const { draft: after, sentences } = pasted(draft, { row, column }, text);
    onChange(after);
    if (sentences.length > 0) announce({ tone: "plain", text: sentences.join(" "), id: "pasted" });
  };
  const down = (row: number, column: number) => (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== "Enter" && event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    const to = row + (event.key === "ArrowUp" ? -1 : 1);
    const table = event.currentTarget.closest("table");
    const focus = () => table?.querySelector<HTMLInputElement>(`[data-cell="${to} ${column}"]`)?.focus();
    if (to === rows.length && event.key === "Enter") {
      onChange({ ...draft, rows: [...rows, newRow()] });
      requestAnimationFrame(focus);
    } else focus();
  };
  return (
    <div className="grid gap-2">
      <div className="overflow-x-auto rounded-md border border-line">
        <table className="w-full border-collapse text-left">
          <thead>
            <tr className="border-b border-line bg-surface">
              <th scope="col" className="px-2 py-1.5 text-xs font-medium text-muted">
                Name
              </th>
              {variables.map((variable, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place; its name is being typed
                <th key={column} scope="col" className="border-l border-line p-0 font-normal">
                  <span className="flex items-center">
                    <ColumnName
                      key={variable}
                      label={`Variable ${column + 1}`}
                      name={variable}
                      taken={variables}
                      onRename={(name) => rename(column, name)}
                    />
                    <IconButton
                      size="small"
                      variant="ghost"
                      label={`Remove the column ${variable}`}
                      icon={<X size={13} />}
                      onClick={() => onChange({ ...draft, variables: variables.filter((_, index) => index !== column) })}
                    />
                  </span>
                </th>
              ))}
              <td className="w-8 p-0">
                <IconButton
                  size="small"
                  variant="ghost"
                  label="Add a variable"
                  icon={<Plus size={14} />}
                  onClick={() => onChange({ ...draft, variables: [...variables, freeName(variables)] })}
                />
              </td>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={row.id} className="border-b border-line last:border-b-0">
                {["name", ...variables].map((title, column) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
                  <td key={column} className="p-0 not-first:border-l not-first:border-line">
                    <input
                      aria-label={`${title} of subject ${index + 1}`}
                      data-cell={`${index} ${column}`}
                      dir="auto"
                      maxLength={column === 0 ? 120 : 500}
                      value={column === 0 ? row.name : (row.values[title] ?? "")}
                      className={CELL}
                      onChange={(event) => write(index, column, event.currentTarget.value)}
                      onPaste={paste(index, column)}
                      onKeyDown={down(index, column)}
                    />
                  </td>
                ))}
                <td className="p-0">
                  <IconButton
                    size="small"
                    variant="ghost"
                    label={`Remove subject ${index + 1}`}
                    icon={<Trash2 size={13} />}
                    onClick={() => onChange({ ...draft, rows: rows.filter(({ id }) => id !== row.id) })}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Button
        size="small"
        className="justify-self-start"
        icon={<Plus size={13} aria-hidden />}
        onClick={() => onChange({ ...draft, rows: [...rows, newRow()] })}
      >
        Add a subject
      </Button>
    </div>
  );
}

interface ColumnNameProps {
  readonly label: string;
  readonly name: string;
  readonly taken: readonly string[];
  readonly onRename: (name: string) => void;
}

/** A column is renamed when its name is whole: on the way from `x` to `subject_x` it passes through another column's. */
function ColumnName({ label, name, taken, onRename }: ColumnNameProps) {
  const [text, setText] = useState(name);
  const settle = () => {
    const next = text.trim();
    if (next === name) return;
    if (next !== "" && !taken.includes(next)) onRename(next);
    else {
      setText(name);
      announce({ tone: "warn", text: next === "" ? "A variable has a name." : `There is a column ${next} already.`, id: "column" });
    }
  };
  return (
    <input
      aria-label={label}
      value={text}
      spellCheck={false}
      className={`${CELL} font-mono text-muted`}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={settle}
      onKeyDown={(event) => {
        if (event.key === "Enter") settle();
        if (event.key === "Escape") setText(name);
      }}
    />
  );
}

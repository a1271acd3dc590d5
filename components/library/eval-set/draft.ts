import { type EvalSetView, MAX_SEEDS, type Subject } from "@/lib/domain/eval-set/eval-set";
import { VariableName } from "@/lib/domain/pattern/variable";
import { MAX_SEED } from "@/lib/domain/prompt/recipe";

/** An eval set as it is being written: rows may be empty, seeds are text. */
export interface EvalDraft {
  readonly name: string;
  readonly variables: readonly string[];
  readonly rows: readonly DraftRow[];
  readonly seeds: string;
}

export interface DraftRow {
  /** Holds its place on screen while rows come and go. */
  readonly id: number;
  readonly name: string;
  readonly values: Readonly<Record<string, string>>;
}

let ids = 0;
export const newRow = (name = "", values: DraftRow["values"] = {}): DraftRow => {
  ids += 1;
  return { id: ids, name, values };
};

export const newDraft = (): EvalDraft => ({
  name: "",
  variables: ["subject"],
  rows: [newRow(), newRow(), newRow()],
  seeds: "1, 2, 3, 4",
});

export const draftOf = ({
  name,
  subjects,
  seeds,
  variables,
}: Pick<EvalSetView, "name" | "subjects" | "seeds" | "variables">): EvalDraft => ({
  name,
  variables: [...variables],
  rows: subjects.map(({ name, values }) => newRow(name, values)),
  seeds: seeds.join(", "),
});

/** The seeds of a text of numbers, or why it is none. */
export function readSeeds(text: string): { readonly seeds: readonly number[] } | { readonly problem: string } {
  const parts = text.split(/[\s,;]+/).filter((part) => part !== "");
  const wrong = parts.find((part) => !/^\d+$/.test(part) || Number(part) > MAX_SEED);
  if (wrong !== undefined) return { problem: `“${wrong}” is no seed: a whole number from 0 to ${MAX_SEED.toLocaleString("en-US")}.` };
  if (parts.length === 0) return { problem: "An eval set needs at least one seed." };
  if (parts.length > MAX_SEEDS) return { problem: `An eval set holds at most ${MAX_SEEDS} seeds.` };
  const seeds = parts.map(Number);
  return new Set(seeds).size < seeds.length ? { problem: "Each seed stands in an eval set once." } : { seeds };
}

/** What would be saved: rows without a word are left out, and a row without a name is called by its first value. */
export function subjectsOf({ rows, variables }: EvalDraft): readonly Subject[] {
  return rows.flatMap(({ name, values }) => {
    const said = variables.flatMap((variable) => {
      const value = (values[variable] ?? "").trim();
      return value === "" ? [] : [[variable, value] as const];
    });
    if (name.trim() === "" && said.length === 0) return [];
    return [{ name: name.trim() || (said[0]?.[1] ?? "").slice(0, 120), values: Object.fromEntries(said) }];
  });
}

/** Why a draft cannot be saved, as one sentence; null when it can. */
export function draftProblem(draft: EvalDraft): string | null {
  if (draft.name.trim() === "") return "Give the eval set a name.";
  const wrong = draft.variables.find((variable) => !VariableName.safeParse(variable).success);
  if (wrong !== undefined) return `“${wrong}” is no variable. One is named like subject: small letters, digits and _.`;
  const twice = draft.variables.find((variable, index) => draft.variables.indexOf(variable) < index);
  if (twice !== undefined) return `The column ${twice} is there twice.`;
  const subjects = subjectsOf(draft);
  if (subjects.length === 0) return "An eval set needs at least one subject.";
  const same = subjects.find(({ name }, index) => subjects.findIndex((other) => other.name === name) < index);
  if (same) return `Two subjects are called “${same.name}”.`;
  const seeds = readSeeds(draft.seeds);
  return "problem" in seeds ? seeds.problem : null;
}

/** A row with one cell written; column 0 is the name. A column that is not there changes nothing. */
export function withCell(row: DraftRow, variables: readonly string[], column: number, text: string): DraftRow {
  if (column === 0) return { ...row, name: text };
  const variable = variables[column - 1];
  return variable === undefined ? row : { ...row, values: { ...row.values, [variable]: text } };
}

/** A name for a column that nobody named. */
export function freeName(taken: readonly string[]): string {
  let number = taken.length + 1;
  while (taken.includes(`variable_${number}`)) number += 1;
  return `variable_${number}`;
}

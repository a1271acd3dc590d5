import { z } from "zod";
import { VariableName } from "../pattern/variable";
import { PlainText, Seed } from "../prompt/recipe";
import { Id, Instant } from "../wire";

export const MAX_SUBJECTS = 200;
export const MAX_SEEDS = 50;
export const MAX_COLUMNS = 100;

/** What one subject says for a pattern's variables. A variable it leaves out keeps the pattern's default. */
export const SubjectValues = z.record(VariableName, PlainText.max(500));
export type SubjectValues = z.infer<typeof SubjectValues>;

/** One row of an eval set: what a pattern is asked to show. */
export const Subject = z.strictObject({
  name: PlainText.trim().min(1, "A subject needs a name.").max(120),
  values: SubjectValues,
});
export type Subject = z.infer<typeof Subject>;

export const Subjects = z
  .array(Subject)
  .min(1, "An eval set needs at least one subject.")
  .max(MAX_SUBJECTS, `An eval set holds at most ${MAX_SUBJECTS} subjects.`)
  .superRefine((subjects, context) => {
    for (const [index, { name }] of subjects.entries())
      if (subjects.findIndex((other) => other.name === name) < index)
        context.addIssue({ code: "custom", path: [index, "name"], message: `Two subjects are called “${name}”.` });
  });

export const EvalSeeds = z
  .array(Seed)
  .min(1, "An eval set needs at least one seed.")
  .max(MAX_SEEDS, `An eval set holds at most ${MAX_SEEDS} seeds.`)
  .refine((seeds) => new Set(seeds).size === seeds.length, "Each seed stands in an eval set once.");

/** Subjects × seeds: what is asked, and how often each is drawn. */
export const EvalContents = z.strictObject({ subjects: Subjects, seeds: EvalSeeds });
export type EvalContents = z.infer<typeof EvalContents>;

/** Columns as somebody laid them out; without them, in order of first appearance. */
export const EvalColumns = z.array(VariableName).max(MAX_COLUMNS).optional();

export const EvalSetName = PlainText.trim().min(1, "Give the eval set a name.").max(120);

export const EvalSetView = z.strictObject({
  id: Id,
  name: z.string(),
  subjects: z.array(Subject),
  seeds: z.array(Seed),
  /** The variables its subjects give, in the order of their columns. */
  variables: z.array(z.string()),
  author: z.string(),
  /** Trials that ran on it, as it was then. */
  trials: z.int(),
  archived: z.boolean(),
  version: z.int(),
  createdAt: Instant,
});
export type EvalSetView = z.infer<typeof EvalSetView>;

/** The variables of some subjects in order of first appearance. */
export function variablesOf(subjects: readonly Pick<Subject, "values">[]): readonly string[] {
  return [...new Set(subjects.flatMap(({ values }) => Object.keys(values)))];
}

/** The columns of a table of subjects: in the order somebody gave them, those of no place behind them; one that no subject fills is none. */
export function columnsOf(subjects: readonly Pick<Subject, "values">[], order: readonly string[]): readonly string[] {
  const filled = variablesOf(subjects);
  return [
    ...order.filter((name, place) => filled.includes(name) && order.indexOf(name) === place),
    ...filled.filter((name) => !order.includes(name)),
  ];
}

/** Subjects whose values stand in the order of the columns. */
export function inColumns(subjects: readonly Subject[], order: readonly string[]): readonly Subject[] {
  const columns = columnsOf(subjects, order);
  return subjects.map((subject) => ({
    ...subject,
    values: Object.fromEntries(columns.flatMap((name) => (subject.values[name] === undefined ? [] : [[name, subject.values[name]]]))),
  }));
}

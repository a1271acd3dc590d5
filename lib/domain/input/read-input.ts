import type { z } from "zod";
import { problemSentence } from "./problem";

/** Why something sent is not accepted: the sentence for a person, the rest for a program. */
export interface Problem {
  readonly sentence: string;
  /** Where, from the outside in: `recipe.references.2.weight`; empty when it is the whole. */
  readonly field: string;
  /** What kind of problem it is, as the validator calls it: `too_big`, `invalid_type`, `unrecognized_keys` … */
  readonly problem: string;
}

/** Reads what somebody sent. Of several problems the first is told. */
export function readInput<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
): { readonly value: z.output<Schema> } | { readonly problem: Problem; readonly cause: z.ZodError } {
  const read = schema.safeParse(input, { error: problemSentence });
  if (read.success) return { value: read.data };
  const [issue] = read.error.issues;
  return {
    problem: {
      sentence: issue?.message ?? "The request cannot be accepted like this.",
      field: issue?.path.map(String).join(".") ?? "",
      problem: issue?.code ?? "custom",
    },
    cause: read.error,
  };
}

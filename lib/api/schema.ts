import type { Schema } from "@orpc/server";
import type { z } from "zod";

/** A schema of a procedure that still knows the zod schema it was made from, for the reference and for reading queries. */
export interface VerbSchema<Value> extends Schema<Value, Value> {
  readonly zod: z.ZodType;
}

/**
 * The input of a verb as the door sees it: passed on as it came. The verb parses it itself, for screen, API and job
 * alike; parsing here as well would apply every default and transform twice.
 */
export function inputOf<Input extends z.ZodType>(zod: Input): VerbSchema<z.input<Input>> {
  return {
    zod,
    "~standard": { version: 1, vendor: "selects", validate: (value) => ({ value: value as z.input<Input> }) },
  };
}

/** The output of a verb: what its schema does not name never leaves, whatever a query happened to select. */
export function outputOf<Output extends z.ZodType>(zod: Output): VerbSchema<z.output<Output>> {
  return {
    zod,
    "~standard": {
      version: 1,
      vendor: "selects",
      validate: (value) => {
        const parsed = zod.safeParse(value);
        return parsed.success ? { value: parsed.data } : { issues: parsed.error.issues };
      },
    },
  };
}

export function isVerbSchema(schema: unknown): schema is VerbSchema<unknown> {
  return typeof schema === "object" && schema !== null && "zod" in schema;
}

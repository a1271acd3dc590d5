import type { z } from "zod";
import type { Actor } from "@/lib/domain/access/actor";
import type { Permission } from "@/lib/domain/access/policy";
import { AppError } from "@/lib/domain/errors";
import { readInput } from "@/lib/domain/input/read-input";

/** One act of the studio, callable from the screen, the API and a job alike. */
export interface Verb<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> {
  (actor: Actor, input: z.input<Input>, options?: VerbOptions): Promise<z.output<Output>>;
  /** `noun.verb`, the name in the audit trail. */
  readonly verb: string;
  readonly kind: "read" | "write";
  readonly permission: Permission;
  readonly input: Input;
  readonly output: Output;
}

export interface VerbOptions {
  /** Only for writes by an API key: the same key with the same request hash returns the first answer again. */
  readonly idempotency?: { readonly key: string; readonly requestHash: string };
}

/**
 * Parses what somebody sent; the first problem becomes the sentence, its field and kind the details.
 * @throws AppError `BAD_INPUT`
 */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const read = readInput(schema, input);
  if ("value" in read) return read.value;
  const { sentence, field, problem } = read.problem;
  throw new AppError("BAD_INPUT", sentence, { cause: read.cause, details: { field, problem } });
}

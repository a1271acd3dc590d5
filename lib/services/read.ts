import type { z } from "zod";
import { type Database, db } from "@/lib/db/client";
import { type Actor, authorise } from "@/lib/domain/access/actor";
import type { Permission } from "@/lib/domain/access/policy";
import { toldVerb } from "@/lib/trace";
import { tellNoSpace } from "./no-space";
import { parseInput, type Verb } from "./verb";

export interface ReadContext {
  readonly db: Database;
  readonly actor: Actor;
  readonly now: Date;
}

/** A read: authorise → parse → query. Every query of a read names the actor's workspace. */
export function read<Input extends z.ZodType, Output extends z.ZodType>(definition: {
  verb: string;
  permission: Permission;
  input: Input;
  output: Output;
  run(context: ReadContext, input: z.output<Input>): Promise<z.output<Output>>;
}): Verb<Input, Output> {
  const call = (actor: Actor, input: z.input<Input>) =>
    toldVerb(definition.verb, "read", async () => {
      authorise(actor, definition.permission);
      const parsed = parseInput(definition.input, input);
      // A big sort may need room too.
      return definition.run({ db: db(), actor, now: new Date() }, parsed).catch(tellNoSpace);
    });
  return Object.assign(call, {
    verb: definition.verb,
    kind: "read" as const,
    permission: definition.permission,
    input: definition.input,
    output: definition.output,
  });
}

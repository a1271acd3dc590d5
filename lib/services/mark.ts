import type { z } from "zod";
import type { Database as Transaction } from "@/lib/db/client";
import { type Actor, authorise, type PersonActor } from "@/lib/domain/access/actor";
import type { Permission } from "@/lib/domain/access/policy";
import type { StudioEvent } from "@/lib/domain/event/studio-event";
import { note } from "./bookkeeping";
import { personOf } from "./person";
import { parseInput, type Verb } from "./verb";

export interface MarkContext {
  readonly tx: Transaction;
  readonly actor: PersonActor;
  readonly now: Date;
}

/**
 * What a person notes for themselves alone: what they have seen, what they want to be told. It decides nothing, spends
 * nothing, publishes nothing and changes nothing for anybody else, so it leaves no audit event. Safe to repeat.
 */
export function mark<Input extends z.ZodType, Output extends z.ZodType>(definition: {
  verb: string;
  permission: Permission;
  input: Input;
  output: Output;
  run(context: MarkContext, input: z.output<Input>): Promise<{ result: z.output<Output>; events?: readonly StudioEvent[] }>;
}): Verb<Input, Output> {
  const call = async (actor: Actor, input: z.input<Input>) => {
    authorise(actor, definition.permission);
    const parsed = parseInput(definition.input, input);
    const person = personOf(actor);
    return note(actor.workspaceId, (tx) => definition.run({ tx, actor: person, now: new Date() }, parsed));
  };
  return Object.assign(call, {
    verb: definition.verb,
    kind: "write" as const,
    permission: definition.permission,
    input: definition.input,
    output: definition.output,
  });
}

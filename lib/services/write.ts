import type { z } from "zod";
import type { Database as Transaction } from "@/lib/db/client";
import { type Actor, authorise } from "@/lib/domain/access/actor";
import type { Permission } from "@/lib/domain/access/policy";
import type { StudioEvent } from "@/lib/domain/event/studio-event";
import type { Job } from "@/lib/jobs/contracts";
import { enqueue } from "@/lib/jobs/queue";
import { toldVerb } from "@/lib/trace";
import { answerOnce } from "./idempotency";
import { settleNotices } from "./notice/settle-notices";
import { tellPeople } from "./notice/tell-people";
import { toldBy } from "./notice/told-by";
import { transact } from "./transact";
import { parseInput, type Verb } from "./verb";
import { factsOf } from "./webhook/facts-of";
import { tell, type WebhookFact } from "./webhook/tell";

export interface WriteContext {
  readonly tx: Transaction;
  readonly actor: Actor;
  readonly now: Date;
}

/** What happened, for the trail: always at least one, or the verb does not compile. */
export interface AuditEntry {
  readonly subjectKind: string;
  readonly subjectId: string;
  /** Plain facts (before, after, reason, amounts as text). Never secrets, never whole files. */
  readonly details?: { readonly [key: string]: string | number | boolean | null };
}

export interface Written<Result> {
  readonly result: Result;
  readonly audit: readonly [AuditEntry, ...AuditEntry[]];
  readonly events?: readonly StudioEvent[];
  readonly jobs?: readonly Job[];
  /** What endpoints outside the studio are told of. */
  readonly tells?: readonly WebhookFact[];
}

/**
 * What was asked for is so already, by this person's own earlier act (a second press, a repeated request): nothing
 * happens, so nothing is recorded, and the answer is how it stands. So it is with a sign of life, which decides nothing.
 */
export interface Unchanged<Result> {
  readonly result: Result;
  readonly unchanged: true;
}

/**
 * A write: authorise → parse → transaction (the verb's changes, audit, events, jobs together) → result.
 * Either all of it happened or none of it. A verb checks and changes in one step: a conditional update that names the
 * state it expects.
 */
export function write<Input extends z.ZodType, Output extends z.ZodType>(definition: {
  verb: string;
  permission: Permission;
  input: Input;
  output: Output;
  run(context: WriteContext, input: z.output<Input>): Promise<Written<z.output<Output>> | Unchanged<z.output<Output>>>;
}): Verb<Input, Output> {
  const once = (actor: Actor, input: z.output<Input>) => async (tx: Transaction) => {
    const now = new Date();
    const written = await definition.run({ tx, actor, now }, input);
    if (!("unchanged" in written)) await record(tx, authorOf(actor), definition.verb, written, now);
    return written.result;
  };
  const call: (...[actor, input, options]: Parameters<Verb<Input, Output>>) => Promise<z.output<Output>> = (actor, input, options) =>
    toldVerb(definition.verb, "write", async () => {
      authorise(actor, definition.permission);
      const parsed = parseInput(definition.input, input);
      const act = once(actor, parsed);
      return transact((tx) => answerOnce(tx, actor, options?.idempotency, definition.output, () => act(tx)));
    });
  return Object.assign(call, {
    verb: definition.verb,
    kind: "write" as const,
    permission: definition.permission,
    input: definition.input,
    output: definition.output,
  });
}

/** Whose act the trail says it was. */
export interface Author {
  readonly workspaceId: string;
  readonly actorKind: Actor["kind"] | "guest";
  readonly memberId: string | null;
  readonly apiKeyId: string | null;
  readonly guestId: string | null;
}

function authorOf(actor: Actor): Author {
  return {
    workspaceId: actor.workspaceId,
    actorKind: actor.kind,
    memberId: actor.kind === "system" ? null : actor.memberId,
    apiKeyId: actor.kind === "key" ? actor.apiKeyId : null,
    guestId: null,
  };
}

/** Writes down what happened, beside the changes: the trail, the jobs, what endpoints are told, the news for open screens. */
export async function record(tx: Transaction, author: Author, verb: string, written: Written<unknown>, now: Date): Promise<void> {
  const { workspaceId } = author;
  await tx.auditEvent.createMany({
    data: written.audit.map((entry) => ({
      ...author,
      verb,
      subjectKind: entry.subjectKind,
      subjectId: entry.subjectId,
      details: entry.details ?? {},
    })),
  });
  for (const job of written.jobs ?? []) await enqueue(tx, job);
  for (const fact of [...(written.tells ?? []), ...factsOf(verb, written.audit)]) await tell(tx, workspaceId, fact, now);
  const settled = await settleNotices(tx, author, written.audit, now);
  const told = await tellPeople(tx, workspaceId, await toldBy(tx, author, verb, written.audit, now), now);
  await publishEvents(tx, workspaceId, [...(written.events ?? []), ...settled, ...told]);
}

/** Adds events to the workspace's stream; the notification is delivered by the database when the transaction commits. */
export async function publishEvents(tx: Transaction, workspaceId: string, events: readonly StudioEvent[]): Promise<void> {
  if (events.length === 0) return;
  await tx.workspaceEvent.createMany({ data: events.map((event) => ({ workspaceId, event })) });
  await tx.$executeRaw`SELECT pg_notify('selects_events', ${workspaceId})`;
}

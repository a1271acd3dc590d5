import { AsyncLocalStorage } from "node:async_hooks";
import { randomBytes } from "node:crypto";
import type { Place } from "./domain/metrics/traceparent";

/** The trace of the work at hand: which piece of work this is part of. Where nobody listens nothing is kept, and nothing is carried along. */

export type Attributes = Readonly<Record<string, string | number | boolean>>;

/** A piece of work that is over. Never words, pictures, keys or names of people. */
export interface Told {
  readonly place: Place;
  /** The piece it was part of; null: the trace begins with it. */
  readonly parent: string | null;
  readonly name: string;
  /** `server`: it answered somebody outside the process. */
  readonly kind: "server" | "internal";
  readonly startMs: number;
  readonly endMs: number;
  readonly attributes: Attributes;
  readonly isWell: boolean;
}

/** Where the work at hand stands. Below a job single verbs are not told of: it looks at its provider many times a minute. */
type Standing = Place & { readonly isJob: boolean };

// Next loads a module once per bundle: who listens, and where the work stands, is known once per process.
const shared = globalThis as typeof globalThis & { selectsTrace?: AsyncLocalStorage<Standing>; selectsTold?: (told: Told) => void };
shared.selectsTrace ??= new AsyncLocalStorage();
const standing = shared.selectsTrace;

/** From here on every piece of work of this process is told to `listen`; undefined: to nobody. */
export function tellTo(listen: ((told: Told) => void) | undefined): void {
  if (listen === undefined) delete shared.selectsTold;
  else shared.selectsTold = listen;
}

/** The piece of work at hand; undefined where none is told of. */
export function placeAtHand(): Place | undefined {
  return standing.getStore();
}

/** Does a job as part of the work it was asked for in; null: of no other. */
export function asJob<Answer>(place: Place | null, act: () => Answer): Answer {
  return place === null ? act() : standing.run({ ...place, isJob: true }, act);
}

interface Work<Answer> {
  readonly name: string;
  readonly kind: Told["kind"];
  readonly attributes: Attributes;
  /** What it is part of, in place of the work at hand. */
  readonly parent?: Place | null;
  /** What is known of it once it is done. */
  readonly outcome?: (answer: Answer) => { readonly isWell: boolean; readonly attributes: Attributes };
}

/** Does a piece of work and tells of it. */
export async function told<Answer>(work: Work<Answer>, act: () => Promise<Answer>): Promise<Answer> {
  const listen = shared.selectsTold;
  if (listen === undefined) return act();
  const parent = work.parent === undefined ? (standing.getStore() ?? null) : work.parent;
  const place = { traceId: parent?.traceId ?? randomBytes(16).toString("hex"), spanId: randomBytes(8).toString("hex") };
  const startMs = Date.now();
  const tell = (isWell: boolean, more: Attributes = {}) =>
    listen({
      place,
      parent: parent?.spanId ?? null,
      name: work.name,
      kind: work.kind,
      startMs,
      endMs: Date.now(),
      attributes: { ...work.attributes, ...more },
      isWell,
    });
  return standing.run({ ...place, isJob: false }, async () => {
    try {
      const answer = await act();
      const { isWell, attributes } = work.outcome?.(answer) ?? { isWell: true, attributes: {} };
      tell(isWell, attributes);
      return answer;
    } catch (error) {
      tell(false);
      throw error;
    }
  });
}

/** Does a verb and tells of it, where it is part of a request. */
export function toldVerb<Answer>(verb: string, kind: "read" | "write", act: () => Promise<Answer>): Promise<Answer> {
  const at = standing.getStore();
  return at === undefined || at.isJob ? act() : told({ name: verb, kind: "internal", attributes: { "selects.verb.kind": kind } }, act);
}

import { AsyncLocalStorage } from "node:async_hooks";
import { redact } from "./domain/log/redact";
import { env } from "./env";

/** The log of a process: one line of JSON an event, with its level, its room, and which request, job or run it is of. Never keys. */

const LEVELS = ["debug", "info", "warn", "error"] as const;
type Level = (typeof LEVELS)[number];

/** Plain facts beside an event. Ids and counts, never words of people, never files. */
export type LogFacts = Readonly<Record<string, string | number | boolean | null | undefined>>;

// Next loads a module once per bundle: what is known of the work at hand, and what must not be said, is known once per process.
const shared = globalThis as typeof globalThis & {
  selectsTrail?: AsyncLocalStorage<LogFacts>;
  selectsHidden?: Set<string>;
};
shared.selectsTrail ??= new AsyncLocalStorage();
shared.selectsHidden ??= new Set();
const trail = shared.selectsTrail;
const hidden = shared.selectsHidden;

/** Secrets a process has opened and remembers to hide; the oldest are forgotten first. */
const MOST_HIDDEN = 2_000;
const DEEPEST_CAUSE = 4;

/** Everything logged during `act`, however deep, carries these facts: `requestId`, `jobId`, `runId`. */
export function within<Result>(facts: LogFacts, act: () => Result): Result {
  return trail.run({ ...trail.getStore(), ...facts }, act);
}

/** From here on no line holds these, whatever an error says. For whoever opens a secret. */
export function hideInLogs(...secrets: readonly (string | null)[]): void {
  for (const secret of secrets) {
    if (!secret) continue;
    hidden.delete(secret);
    hidden.add(secret);
  }
  for (const oldest of hidden) {
    if (hidden.size <= MOST_HIDDEN) break;
    hidden.delete(oldest);
  }
}

export const log = {
  debug: (room: string, event: string, facts: LogFacts = {}) => write("debug", room, event, facts),
  info: (room: string, event: string, facts: LogFacts = {}) => write("info", room, event, facts),
  warn: (room: string, event: string, facts: LogFacts = {}, error?: unknown) => write("warn", room, event, facts, error),
  error: (room: string, event: string, facts: LogFacts = {}, error?: unknown) => write("error", room, event, facts, error),
};

function write(level: Level, room: string, event: string, facts: LogFacts, error?: unknown): void {
  if (LEVELS.indexOf(level) < LEVELS.indexOf(env().logLevel)) return;
  const line = { at: new Date().toISOString(), level, room, event, ...trail.getStore(), ...facts };
  const whole = error === undefined ? line : { ...line, error: errorFacts(error, 1) };
  const text = JSON.stringify(whole, (_, value: unknown) => (typeof value === "string" ? redact(value, [...hidden]) : value));
  if (level === "warn" || level === "error") console.error(text);
  else console.log(text);
}

interface ErrorFacts {
  readonly name: string;
  readonly message: string;
  readonly code?: string;
  readonly stack?: string;
  readonly causes?: readonly ErrorFacts[];
}

/** What an error says, with what caused it. Its other fields stay where they are: a request that failed carries its headers there. */
function errorFacts(error: unknown, depth: number): ErrorFacts {
  if (!(error instanceof Error)) return { name: typeof error, message: String(error) };
  const causes = error instanceof AggregateError ? error.errors : error.cause === undefined ? [] : [error.cause];
  return {
    name: error.name,
    message: error.message,
    ...("code" in error && typeof error.code === "string" ? { code: error.code } : {}),
    ...(depth === 1 && error.stack ? { stack: error.stack } : {}),
    ...(causes.length > 0 && depth < DEEPEST_CAUSE ? { causes: causes.map((cause) => errorFacts(cause, depth + 1)) } : {}),
  };
}

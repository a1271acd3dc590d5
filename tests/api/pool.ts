import { randomUUID } from "node:crypto";

/** What the studio answered with – ids by kind, texts by name – so that a random request often means something that exists. */
export interface Pool {
  learn(kind: string, answer: unknown): void;
  /** The input with every placeholder (`$id:<kind>:<which>`, `$text:<name>:<which>`) replaced. */
  fill(input: unknown): unknown;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const PLACEHOLDER = /^\$(id|text):(\w*):(\d+)$/;
const KEPT = 30;

export function createPool(): Pool {
  const ids = new Map<string, string[]>();
  const texts = new Map<string, string[]>();

  function learn(kind: string, answer: unknown, name = kind): void {
    if (typeof answer === "string") {
      if (UUID.test(answer)) keep(ids, kind, answer);
      else if (answer.length <= 80) keep(texts, name.toLowerCase(), answer);
    } else if (Array.isArray(answer)) {
      for (const item of answer) learn(kind, item, name);
    } else if (typeof answer === "object" && answer !== null) {
      for (const [key, value] of Object.entries(answer)) learn(key === "id" || key === "items" ? kind : kindOf(key), value, key);
    }
  }

  /** Mostly of the right kind, sometimes of another, sometimes unknown. */
  function pickId(kind: string, which: number): string {
    const all = [...ids.values()].flat();
    const from = which % 10 === 0 ? [] : which % 10 === 1 ? all : (ids.get(kind) ?? all);
    return from[Math.floor(which / 10) % Math.max(from.length, 1)] ?? randomUUID();
  }

  function fill(input: unknown): unknown {
    if (typeof input === "string") {
      const [, sort, name = "", which] = PLACEHOLDER.exec(input) ?? [];
      if (sort === undefined) return input;
      if (sort === "id") return pickId(name, Number(which));
      const from = texts.get(name) ?? [];
      return from[Number(which) % Math.max(from.length, 1)] ?? "something";
    }
    if (Array.isArray(input)) return input.map(fill);
    if (typeof input !== "object" || input === null) return input;
    return Object.fromEntries(Object.entries(input).map(([name, value]) => [name, fill(value)]));
  }

  return { learn, fill };
}

/** `projectId`, `projectIds` and `projects` speak of a project. */
export function kindOf(name: string): string {
  return name.replace(/(Ids?|s)$/, "").toLowerCase();
}

function keep(known: Map<string, string[]>, name: string, value: string): void {
  const values = known.get(name) ?? [];
  if (!values.includes(value)) known.set(name, [...values, value].slice(-KEPT));
}

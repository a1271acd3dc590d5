import { createHash, randomBytes } from "node:crypto";
import { type Attributes, placeAtHand, type Told } from "@/lib/trace";

/** What is told of the work on runs, for an OpenTelemetry collector. Never words, pictures, keys or names of people. */
export interface Traces {
  /** Does something for a run and tells how long it took and whether it worked. */
  span<Answer>(runId: string, name: string, attributes: Attributes, act: () => Promise<Answer>): Promise<Answer>;
  /** Tells of a whole run, from its submit to its end, by whichever workers. */
  ended(runId: string, startedAt: Date, attributes: Attributes & { readonly status: string }): void;
  /** Tells of any other piece of work. */
  tell(told: Told): void;
  /** Sends what was not sent yet. */
  close(): Promise<void>;
}

/** Where nobody listens nothing is kept. */
export const NO_TRACES: Traces = {
  span: (_runId, _name, _attributes, act) => act(),
  ended: () => {},
  tell: () => {},
  close: async () => {},
};

const SEND_EVERY_MS = 2_000;
const SEND_TIMEOUT_MS = 5_000;
/** Spans that wait for a collector that does not answer; older ones are given up. */
const MOST_WAITING = 2_000;

/** OTLP's numbers. */
const KINDS = { internal: 1, server: 2 } as const satisfies Record<Told["kind"], number>;
const OK = 1;
const ERROR = 2;

interface Span {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly kind: number;
  readonly startTimeUnixNano: string;
  readonly endTimeUnixNano: string;
  readonly attributes: readonly { readonly key: string; readonly value: object }[];
  readonly status: { readonly code: number };
}

/**
 * Sends spans as OTLP over HTTP in JSON, in batches and behind the work's back: a collector that is slow or gone costs
 * spans and nothing else. A run belongs to the trace of the request that asked for it, which its job carries; one that nobody asked for in a
 * request has a trace of its own id. So workers that take over from each other add to one.
 * @param to address of the collector, without `/v1/traces`
 */
export function tracesTo(to: string, service: "selects-web" | "selects-worker" = "selects-worker", send: typeof fetch = fetch): Traces {
  let waiting: Span[] = [];
  let sending: Promise<void> = Promise.resolve();
  const flush = () => {
    const spans = waiting;
    waiting = [];
    if (spans.length > 0) sending = sending.then(() => post(spans)).catch(() => undefined);
    return sending;
  };
  const post = async (spans: readonly Span[]) => {
    const named = { key: "service.name", value: { stringValue: service } };
    await send(`${to}/v1/traces`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        resourceSpans: [{ resource: { attributes: [named] }, scopeSpans: [{ scope: { name: "selects" }, spans }] }],
      }),
      signal: AbortSignal.timeout(SEND_TIMEOUT_MS),
    });
  };
  const timer = setInterval(() => void flush(), SEND_EVERY_MS);
  timer.unref();
  const keep = (span: Span) => {
    waiting.push(span);
    if (waiting.length > MOST_WAITING) waiting.shift();
  };
  return {
    async span(runId, name, attributes, act) {
      const started = Date.now();
      const told = (code: number) => {
        const ids = { traceId: traceOf(runId), spanId: randomBytes(8).toString("hex"), parentSpanId: rootOf(runId) };
        keep({ ...ids, name, kind: 1, ...times(started, Date.now()), attributes: listed(attributes), status: { code } });
      };
      try {
        const answer = await act();
        told(OK);
        return answer;
      } catch (error) {
        told(ERROR);
        throw error;
      }
    },
    ended(runId, startedAt, attributes) {
      const code = attributes.status === "succeeded" ? OK : ERROR;
      const asked = placeAtHand();
      const parent = asked ? { parentSpanId: asked.spanId } : {};
      const ids = { traceId: traceOf(runId), spanId: rootOf(runId), ...parent };
      keep({ ...ids, name: "run", kind: 1, ...times(startedAt.getTime(), Date.now()), attributes: listed(attributes), status: { code } });
    },
    tell({ place, parent, name, kind, startMs, endMs, attributes, isWell }) {
      const ids = { ...place, ...(parent === null ? {} : { parentSpanId: parent }) };
      const status = { code: isWell ? OK : ERROR };
      keep({ ...ids, name, kind: KINDS[kind], ...times(startMs, endMs), attributes: listed(attributes), status });
    },
    async close() {
      clearInterval(timer);
      await flush();
    },
  };
}

/** A run's id is sixteen bytes, as a trace's is. */
const traceOf = (runId: string) => placeAtHand()?.traceId ?? runId.replaceAll("-", "");
const rootOf = (runId: string) => createHash("sha256").update(runId).digest("hex").slice(0, 16);
const times = (startMs: number, endMs: number) => ({ startTimeUnixNano: `${startMs}000000`, endTimeUnixNano: `${endMs}000000` });

function listed(attributes: Attributes): Span["attributes"] {
  return Object.entries(attributes).map(([key, value]) => ({
    key,
    value: typeof value === "string" ? { stringValue: value } : typeof value === "boolean" ? { boolValue: value } : { doubleValue: value },
  }));
}

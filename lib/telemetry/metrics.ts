import { randomUUID } from "node:crypto";
import { type Sole, sole } from "@/lib/db/sole";
import { type Measured, otlpMetrics } from "@/lib/domain/metrics/otlp";
import { log } from "@/lib/log";
import { processMetrics, processStart } from "@/lib/services/metrics/process-metrics";
import { readMetrics } from "@/lib/services/metrics/read-metrics";
import { startOfCounting } from "@/lib/services/metrics/start-of-counting";

/** The metrics of a process on their way to an OpenTelemetry collector. */
export interface MetricsTold {
  /** Tells once more, how it was at the end, and no more. Takes two seconds at most. */
  close(): Promise<void>;
}

export interface MetricsOptions {
  /** Address of the collector, without `/v1/metrics`. */
  readonly to: string;
  readonly service: "selects-web" | "selects-worker";
  /** Whether the process also tells of the studio as a whole, when no other does. */
  readonly isOfStudio: boolean;
  readonly everyMs?: number;
}

const TELL_EVERY_MS = 60_000;
const SEND_TIMEOUT_MS = 5_000;
/** The supervisor waits little longer for a process that was asked to end. */
const LAST_TIMEOUT_MS = 2_000;
/** PostgreSQL's number of the turn to tell of the studio. */
const TURN = 7_236_714;

/**
 * Sends metrics as OTLP over HTTP in JSON, behind the work's back: a collector that is slow or gone costs figures of the moment and nothing
 * else. Every process tells its own figures under its own name. Those of the studio come from the database all share, so one worker tells them,
 * under the name of none; when it ends, the next one's turn comes.
 */
export function tellMetrics({ to, service, isOfStudio, everyMs = TELL_EVERY_MS }: MetricsOptions): MetricsTold {
  const resource = { "service.name": service, "service.instance.id": randomUUID() };
  const turn = isOfStudio ? sole(TURN) : null;
  let isHeard = true;
  let telling = Promise.resolve();

  const tell = async (signal: AbortSignal) => {
    const measured = [{ resource, since: processStart(), metrics: processMetrics() }, ...(turn ? await ofStudio(turn) : [])];
    const trouble = await post(`${to}/v1/metrics`, otlpMetrics(measured, new Date()), signal);
    if (trouble !== null && isHeard) log.warn("telemetry", "the collector does not take metrics", { reason: trouble });
    isHeard = trouble === null;
  };
  const timer = setInterval(() => {
    telling = telling.then(() => tell(AbortSignal.timeout(SEND_TIMEOUT_MS)));
  }, everyMs);
  timer.unref();
  return {
    async close() {
      clearInterval(timer);
      const last = AbortSignal.timeout(LAST_TIMEOUT_MS);
      const late = new Promise<void>((settle) => last.addEventListener("abort", () => settle()));
      await Promise.race([telling.then(() => tell(last)), late]);
      await turn?.close();
    },
  };
}

/** Nothing when it is another's turn, or the database does not answer: then the processes still tell of themselves. */
async function ofStudio(turn: Sole): Promise<readonly Measured[]> {
  if (!(await turn.isMine())) return [];
  try {
    const [since, metrics] = await Promise.all([startOfCounting(), readMetrics()]);
    return [{ resource: { "service.name": "selects" }, since, metrics }];
  } catch {
    return [];
  }
}

/** Null when it was taken, else why not. Never the address: it may hold a password. */
async function post(url: string, body: object, signal: AbortSignal): Promise<string | null> {
  try {
    const headers = { "content-type": "application/json" };
    const answer = await fetch(url, { method: "POST", headers, body: JSON.stringify(body), redirect: "error", signal });
    await answer.body?.cancel();
    return answer.ok ? null : `it answered ${answer.status}`;
  } catch {
    return "it does not answer";
  }
}

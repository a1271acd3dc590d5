import { createHash } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { Connection, Engine, EngineContext, EngineOutput, EngineRequest, Operation, Polled } from "@/lib/engines/engine";

/** The pace of a caller that follows a run. */
export const POLL_MS = 5;

/** Bytes engines kept during the tests of this process, by SHA-256. */
const kept = new Map<string, Uint8Array>();

export function contextFor(
  references: ReadonlyMap<string, Uint8Array> = new Map(),
  signal = new AbortController().signal,
  connection: Connection | null = null,
): EngineContext {
  return {
    signal,
    connection,
    callbackUrl: null,
    readReference: async (sha256) => {
      const bytes = references.get(sha256) ?? kept.get(sha256);
      if (bytes === undefined) throw new Error(`no reference ${sha256}`);
      return bytes;
    },
    keep: async (bytes) => {
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      kept.set(sha256, bytes);
      return sha256;
    },
  };
}

export async function submitted(engine: Engine, request: EngineRequest, context = contextFor()): Promise<Operation> {
  const answer = await engine.submit(request, context);
  if (answer.kind !== "accepted") throw new Error(`not accepted: ${JSON.stringify(answer)}`);
  return answer.operation;
}

/** Polls until the end and returns every answer on the way. */
export async function followed(engine: Engine, operation: Operation, context = contextFor()): Promise<readonly Polled[]> {
  const answers: Polled[] = [];
  for (;;) {
    const answer = await engine.poll(operation, context);
    answers.push(answer);
    if (answer.state === "succeeded" || answer.state === "failed") return answers;
    await pause(POLL_MS);
  }
}

export async function outputsOf(engine: Engine, operation: Operation, context = contextFor()): Promise<readonly EngineOutput[]> {
  const last = (await followed(engine, operation, context)).at(-1);
  if (last?.state !== "succeeded")
    throw new Error(`did not succeed: ${JSON.stringify(last, (_, value) => (typeof value === "bigint" ? `${value}` : value))}`);
  return last.outputs;
}

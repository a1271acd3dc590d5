import type { EventPorts } from "./events";

/** Results come in bursts; what came within one is read at once. */
const GATHER_MS = 400;
/** As many as one reading answers. */
const AT_ONCE = 100;

export interface RunNews {
  add(runId: string): void;
  stop(): void;
}

/**
 * Gathers the runs that came to an end and tells of them together, one reading after the other: a grid of a thousand cells, anybody's, is not a
 * thousand questions. What cannot be read is not told.
 */
export function gatherRunNews(tell: (runIds: readonly string[]) => Promise<void>, after: EventPorts["after"]): RunNews {
  const waiting = new Set<string>();
  let isRunning = false;
  let isStopped = false;
  let cancel = () => {};

  async function round(): Promise<void> {
    const ids = [...waiting].slice(0, AT_ONCE);
    for (const id of ids) waiting.delete(id);
    await tell(ids).catch(() => undefined);
    isRunning = false;
    if (waiting.size > 0) plan();
  }

  function plan(): void {
    if (isStopped) return;
    isRunning = true;
    cancel = after(GATHER_MS, () => void round());
  }

  return {
    add(runId) {
      waiting.add(runId);
      if (!isRunning) plan();
    },
    stop() {
      isStopped = true;
      cancel();
    },
  };
}

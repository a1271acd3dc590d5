import { setTimeout as pause } from "node:timers/promises";

/** The bell of every run that is followed here: rung when its engine says that something happened. */
export class Nudges {
  readonly #waiting = new Map<string, () => void>();
  /** Runs whose bell rang while they were being looked at. */
  readonly #rung = new Set<string>();
  readonly #followed = new Set<string>();

  /** From here on a ring is remembered until the next pause. Returns the way to stop. */
  follow(runId: string): () => void {
    this.#followed.add(runId);
    return () => {
      this.#followed.delete(runId);
      this.#rung.delete(runId);
    };
  }

  ring(runId: string): void {
    const wake = this.#waiting.get(runId);
    if (wake) wake();
    else if (this.#followed.has(runId)) this.#rung.add(runId);
  }

  /** Waits so long, or until the bell rings. Rejects when the signal aborts. */
  async pause(runId: string, longestMs: number, signal: AbortSignal): Promise<void> {
    if (this.#rung.delete(runId)) return signal.throwIfAborted();
    const woken = new AbortController();
    this.#waiting.set(runId, () => woken.abort());
    try {
      await pause(longestMs, undefined, { signal: AbortSignal.any([signal, woken.signal]) });
    } catch (error) {
      signal.throwIfAborted();
      if (!woken.signal.aborted) throw error;
    } finally {
      this.#waiting.delete(runId);
    }
  }
}

let collect: (() => void) | null = null;

/** Says how to collect garbage in this thread; without it collecting is left to the engine of the language. */
export function setCollector(collector: () => void): void {
  collect = collector;
}

/**
 * Called where large rasters have just become garbage. They lie outside the heap, which the collector notices late: collecting
 * here keeps a process of two painting threads within its memory and costs some milliseconds.
 */
export function releaseGarbage(): void {
  collect?.();
}

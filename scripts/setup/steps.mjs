/** Prints what is being done and how long it took: `  Building the studio  21.4 s`. */

const TICK_MS = 500;

/**
 * Runs one step under its title. `work` may return a word to show instead of the time, such as "up to date".
 * @template T
 * @param {string} title
 * @param {() => Promise<T> | T} work
 */
export async function step(title, work) {
  const startedAt = performance.now();
  const isTerminal = Boolean(process.stdout.isTTY);
  const line = (end) => `  ${title.padEnd(28)}${end}`;
  const show = () => process.stdout.write(`\r${line(seconds(startedAt))}`);
  const ticker = isTerminal ? setInterval(show, TICK_MS) : undefined;
  if (isTerminal) show();
  try {
    const outcome = await work();
    const end = typeof outcome === "string" ? outcome : seconds(startedAt);
    process.stdout.write(isTerminal ? `\r${line(end)}\u001b[K\n` : `${line(end)}\n`);
    return outcome;
  } catch (error) {
    process.stdout.write(isTerminal ? `\r${line("failed")}\u001b[K\n` : `${line("failed")}\n`);
    throw error;
  } finally {
    clearInterval(ticker);
  }
}

/** Time since a moment of `performance.now()`, such as "2.5 s". */
export function seconds(since) {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}

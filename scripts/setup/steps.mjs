/**
 * Prints what is being done and how long it took: `  Building the studio         21.4 s`. A terminal sees the time run; where there is
 * none (a log, a build server) each step is announced, and one that lasts says so now and then.
 */

const TICK_MS = 500;
const STILL_AT_IT_MS = 10_000;

/** Steps at work now, by their start; several may be. */
const running = new Map();

/**
 * Runs one step under its title. `work` may return a word to show instead of the time, such as "up to date".
 * @template T
 * @param {string} title
 * @param {() => Promise<T> | T} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const startedAt = performance.now();
  running.set(title, startedAt);
  const isTerminal = Boolean(process.stdout.isTTY);
  const ticker = setInterval(isTerminal ? redraw : () => console.log(line(`${title} …`, seconds(startedAt))), beat(isTerminal));
  if (isTerminal) redraw();
  else console.log(`  ${title} …`);
  const conclude = (end) => {
    running.delete(title);
    process.stdout.write(isTerminal ? `\r${line(title, end)}\u001b[K\n` : `${line(title, end)}\n`);
    if (isTerminal) redraw();
  };
  try {
    const outcome = await work();
    conclude(typeof outcome === "string" ? outcome : seconds(startedAt));
    return outcome;
  } catch (error) {
    conclude("failed");
    throw error;
  } finally {
    clearInterval(ticker);
  }
}

const beat = (isTerminal) => (isTerminal ? TICK_MS : STILL_AT_IT_MS);

/** One line for all that is at work, over the last one. */
function redraw() {
  if (running.size === 0) return;
  const first = Math.min(...running.values());
  process.stdout.write(`\r${line([...running.keys()].join(", "), seconds(first))}\u001b[K`);
}

function line(title, end) {
  return `  ${title.padEnd(28)}${title.length < 28 ? "" : "  "}${end}`;
}

/** Time since a moment of `performance.now()`, such as "2.5 s". */
export function seconds(since) {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}

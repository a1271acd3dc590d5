/**
 * Runs at most `most` tasks at once; the others wait in order. Decoding a large picture takes hundreds of megabytes, so a
 * burst of uploads must queue instead of exhausting the machine.
 */
export function takeTurns(most: number): <Result>(task: () => Promise<Result>) => Promise<Result> {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (task) => {
    if (running >= most) await new Promise<void>((start) => waiting.push(start));
    else running += 1;
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}

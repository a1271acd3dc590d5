/** Waits for an answer from outside, but not for ever and not past a shutdown. What it stops waiting for is left to itself. */
export async function withinTime<Answer>(
  asked: Promise<Answer>,
  { limitMs, stop }: { limitMs: number; stop: AbortSignal },
): Promise<Answer> {
  let end = () => {};
  const over = new Promise<never>((_, reject) => {
    const onStop = () => reject(stop.reason);
    const timer = setTimeout(() => reject(new Error("There was no answer in time.")), limitMs);
    stop.addEventListener("abort", onStop, { once: true });
    end = () => {
      clearTimeout(timer);
      stop.removeEventListener("abort", onStop);
    };
    if (stop.aborted) onStop();
  });
  try {
    return await Promise.race([asked, over]);
  } finally {
    end();
  }
}

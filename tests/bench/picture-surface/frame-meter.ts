/** How a stretch of frames went. Frames are counted against 60 a second. */
export type FrameReport = {
  readonly fps: number;
  readonly p95Ms: number;
  readonly worstMs: number;
  /** 0–1: frames of the ideal count that never came. */
  readonly dropped: number;
  /** Longest task on the main thread; 0 when none was over 50 ms, below which browsers do not report. */
  readonly longestTaskMs: number;
};

const FRAME_MS = 1000 / 60;

/** Runs `act` once a frame with the share of the time gone (0–1), and times the frames. */
export async function measureFrames(durationMs: number, act: (share: number) => void): Promise<FrameReport> {
  let longestTaskMs = 0;
  const tasks = new PerformanceObserver((list) => {
    for (const task of list.getEntries()) longestTaskMs = Math.max(longestTaskMs, task.duration);
  });
  tasks.observe({ type: "longtask" });
  const deltas: number[] = [];
  const startedAt = await nextFrame();
  for (let previous = startedAt; previous - startedAt < durationMs; ) {
    act((previous - startedAt) / durationMs);
    const now = await nextFrame();
    deltas.push(now - previous);
    previous = now;
  }
  tasks.disconnect();
  const sorted = deltas.toSorted((a, b) => a - b);
  const total = deltas.reduce((sum, delta) => sum + delta, 0);
  const missed = deltas.reduce((sum, delta) => sum + Math.max(0, Math.round(delta / FRAME_MS) - 1), 0);
  return {
    fps: (deltas.length / total) * 1000,
    p95Ms: sorted[Math.floor(sorted.length * 0.95)] ?? 0,
    worstMs: sorted.at(-1) ?? 0,
    dropped: missed / (deltas.length + missed),
    longestTaskMs,
  };
}

function nextFrame(): Promise<number> {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}

/**
 * How fast the sketch engine paints: the median per medium at preview and final size, two pictures at a time, and the memory of
 * the process. `npx tsx tests/bench/sketch.bench.ts [pictures per medium, default 4]`
 */
import { setTimeout as pause } from "node:timers/promises";
import type { Quality } from "@/lib/domain/prompt/recipe";
import type { EngineContext } from "@/lib/engines/engine";
import { sketchEngine } from "@/lib/engines/sketch";
import { SKETCH_MODEL_ID, SKETCH_REVISION } from "@/lib/engines/sketch/capabilities";
import { MEDIA } from "@/lib/engines/sketch/lexicon/media";
import { PaintingPool } from "@/lib/engines/sketch/threads/pool";

const SCENES = [
  "a sailboat on the sea at sunset",
  "a fox in a forest at dawn",
  "amber glass bottle, studio",
  "a car on a street at night",
] as const;
const perMedium = Math.max(1, Number(process.argv[2] ?? SCENES.length));
const pool = new PaintingPool({ threads: 2, pictureTimeoutMs: 300_000 });
let peakBytes = 0;
const watch = setInterval(() => {
  peakBytes = Math.max(peakBytes, process.memoryUsage.rss());
}, 50);

async function timeOne(text: string, seed: number, side: number): Promise<number> {
  const startedAt = performance.now();
  const size = { quality: side > 512 ? "final" : "draft", width: side, height: side } as const;
  const answer = await pool.paint({ modelId: SKETCH_MODEL_ID, text, negative: "", seed, settings: {}, references: [], ...size }).answer;
  if (answer.kind === "failed") throw new Error(answer.reason);
  return performance.now() - startedAt;
}

/** Two at a time, as the engine does it; each picture is timed from hand-over to bytes. */
async function timeMany(medium: string, side: number): Promise<number> {
  const jobs = Array.from({ length: perMedium }, (_, k) => ({ text: `${SCENES[k % SCENES.length]}, ${medium}`, seed: k + 1 }));
  const times: number[] = [];
  const paintNext = async (): Promise<void> => {
    const job = jobs.shift();
    if (job === undefined) return;
    times.push(await timeOne(job.text, job.seed, side));
    await paintNext();
  };
  await Promise.all([paintNext(), paintNext()]);
  return median(times);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

async function timeRun(quality: Quality): Promise<{ readonly firstMs: number; readonly allMs: number }> {
  const engine = sketchEngine();
  const context: EngineContext = {
    signal: new AbortController().signal,
    readReference: () => Promise.reject(new Error("no references")),
    keep: () => Promise.reject(new Error("Sketch keeps nothing")),
    connection: null,
  };
  const startedAt = performance.now();
  const submitted = await engine.submit(
    {
      runId: `bench-${quality}`,
      modelId: SKETCH_MODEL_ID,
      revision: SKETCH_REVISION,
      text: "a lone sailboat on a calm sea at sunset, watercolour",
      negative: "",
      aspectRatio: "1:1",
      quality,
      settings: {},
      seeds: [1, 2, 3, 4],
      references: [],
    },
    context,
  );
  if (submitted.kind !== "accepted") throw new Error("not accepted");
  let firstMs = 0;
  for (;;) {
    const polled = await engine.poll(submitted.operation, context);
    const isVisible = polled.state === "succeeded" || (polled.state === "processing" && polled.previews.length + polled.outputs.length > 0);
    if (isVisible && firstMs === 0) firstMs = performance.now() - startedAt;
    if (polled.state === "succeeded") return { firstMs, allMs: performance.now() - startedAt };
    if (polled.state === "failed") throw new Error(polled.failure.reason);
    await pause(10);
  }
}

await Promise.all([timeOne("warm up, ink", 1, 256), timeOne("warm up, ink", 2, 256)]);
const rows: { readonly medium: string; readonly preview: number; readonly final: number }[] = [];
for (const medium of MEDIA) {
  const row = { medium, preview: await timeMany(medium, 512), final: await timeMany(medium, 1024) };
  rows.push(row);
  console.log(`${medium.padEnd(12)} 512 ${(row.preview / 1000).toFixed(2)} s   1024 ${(row.final / 1000).toFixed(2)} s`);
}
const mean = (pick: (row: (typeof rows)[number]) => number) => rows.reduce((sum, row) => sum + pick(row), 0) / rows.length / 1000;
console.log(`mean of medians  512 ${mean((row) => row.preview).toFixed(2)} s   1024 ${mean((row) => row.final).toFixed(2)} s`);
console.log(`peak memory of a process with two threads ${Math.round(peakBytes / 1e6)} MB`);
const run = await timeRun("final");
console.log(
  `a run of four: first picture ${(run.firstMs / 1000).toFixed(2)} s, all ${(run.allMs / 1000).toFixed(2)} s (threads started cold)`,
);
clearInterval(watch);
process.exit(0);

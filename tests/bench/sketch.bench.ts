/**
 * How fast the sketch engine paints, each as a ratio to its limit (1 and below keeps it): per medium the median at preview and final
 * size, two pictures at a time, what a picture costs in processor time (which other programs do not change), the memory of the
 * process, clips of every kind, marked parts filled, and how memory grows over 500 pictures.
 * `npm run bench:sketch [-- pictures per medium, default 4]`
 *
 * One part alone: `npm run bench:sketch -- --clips`, `npm run bench:sketch -- --fills`, `npm run bench:sketch -- --soak [pictures, default 500]`.
 */
import { loadavg } from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import type { Quality } from "@/lib/domain/prompt/recipe";
import type { EngineContext } from "@/lib/engines/engine";
import { sketchEngine } from "@/lib/engines/sketch";
import { SKETCH_MODEL_ID, SKETCH_REVISION } from "@/lib/engines/sketch/capabilities";
import { MEDIA } from "@/lib/engines/sketch/lexicon/media";
import { PaintingPool } from "@/lib/engines/sketch/threads/pool";
import { against } from "./against";
import { benchClips } from "./sketch-clips";
import { benchFills } from "./sketch-fills";

/** On two cores: mean of the medians over the media, in seconds; memory of a worker with two threads at 1024, in megabytes. */
const LIMITS = { previewSeconds: 1.2, finalSeconds: 4, memoryMb: 700, soakGrowth: 0.1 } as const;
const SCENES = [
  "a sailboat on the sea at sunset",
  "a fox in a forest at dawn",
  "amber glass bottle, studio",
  "a car on a street at night",
] as const;
/** Pictures before memory counts: caches fill, the compiler settles. */
const WARM_UP = 60;
const SOAK_SIDE = 384;

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

interface Timing {
  /** Seconds from hand-over to bytes. */
  readonly median: number;
  /** Seconds of processor time a picture. */
  readonly processor: number;
}

/** Two at a time, as the engine does it. */
async function timeMany(medium: string, side: number, count: number): Promise<Timing> {
  const jobs = Array.from({ length: count }, (_, k) => ({ text: `${SCENES[k % SCENES.length]}, ${medium}`, seed: k + 1 }));
  const times: number[] = [];
  const before = process.cpuUsage();
  const paintNext = async (): Promise<void> => {
    const job = jobs.shift();
    if (job === undefined) return;
    times.push(await timeOne(job.text, job.seed, side));
    await paintNext();
  };
  await Promise.all([paintNext(), paintNext()]);
  const { user, system } = process.cpuUsage(before);
  return { median: median(times) / 1000, processor: (user + system) / 1e6 / count };
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
    callbackUrl: null,
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

async function bench(perMedium: number): Promise<void> {
  console.log(`pictures, two at a time; load of the machine before ${loadavg()[0]?.toFixed(1)}`);
  await Promise.all([timeOne("warm up, ink", 1, 256), timeOne("warm up, ink", 2, 256)]);
  const rows: { readonly preview: Timing; readonly final: Timing }[] = [];
  const show = ({ median: wall, processor }: Timing) => `${wall.toFixed(2)} s (processor ${processor.toFixed(2)} s)`;
  for (const medium of MEDIA) {
    const row = { preview: await timeMany(medium, 512, perMedium), final: await timeMany(medium, 1024, perMedium) };
    rows.push(row);
    console.log(`${medium.padEnd(12)} 512 ${show(row.preview)}   1024 ${show(row.final)}`);
  }
  const mean = (pick: (row: (typeof rows)[number]) => number) => rows.reduce((sum, row) => sum + pick(row), 0) / rows.length;
  console.log(
    `mean of medians   512 ${against(
      mean((row) => row.preview.median),
      LIMITS.previewSeconds,
      "s",
    )}`,
  );
  console.log(
    `mean of medians  1024 ${against(
      mean((row) => row.final.median),
      LIMITS.finalSeconds,
      "s",
    )}`,
  );
  console.log(
    `mean processor time   512 ${mean((row) => row.preview.processor).toFixed(2)} s   1024 ${mean((row) => row.final.processor).toFixed(2)} s`,
  );
  console.log(`peak memory of a process with two threads ${against(peakBytes / 1e6, LIMITS.memoryMb, "MB")}`);
  await benchClips(pool);
  await benchFills(pool);
  const run = await timeRun("final");
  console.log(
    `a run of four: first picture ${(run.firstMs / 1000).toFixed(2)} s, all ${(run.allMs / 1000).toFixed(2)} s (threads started cold)`,
  );
}

const SOAK_PICTURES = 500;

/** Memory between pictures swings with what was painted last, so the highest of a stretch is compared with that of another. */
async function soak(count: number): Promise<void> {
  console.log(`a soak of ${count} pictures; load of the machine before ${loadavg()[0]?.toFixed(1)}`);
  peakBytes = 0;
  const stretches: number[] = [];
  for (let k = 0; k < count; k += 2) {
    const text = (order: number) => `${SCENES[order % SCENES.length]}, ${MEDIA[order % MEDIA.length]}`;
    await Promise.all([timeOne(text(k), k, SOAK_SIDE), timeOne(text(k + 1), k + 1, SOAK_SIDE)]);
    if ((k + 2) % WARM_UP === 0) {
      stretches.push(peakBytes / 1e6);
      console.log(`${k + 2} pictures: at most ${Math.round(peakBytes / 1e6)} MB in the last ${WARM_UP}`);
      peakBytes = 0;
    }
  }
  const [, first = Number.NaN] = stretches;
  const last = stretches.at(-1) ?? Number.NaN;
  const growth = last / first - 1;
  console.log(`growth of memory after the warm-up ${against(growth * 100, LIMITS.soakGrowth * 100, "%")}`);
}

const [first, second] = process.argv.slice(2);
if (first === "--soak") await soak(Math.max(4 * WARM_UP, Number(second ?? SOAK_PICTURES)));
else if (first === "--clips") await benchClips(pool);
else if (first === "--fills") await benchFills(pool);
else {
  await bench(Math.max(1, Number(first ?? SCENES.length)));
  await soak(SOAK_PICTURES);
}
clearInterval(watch);
process.exit(0);

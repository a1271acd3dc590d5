import { readFileSync } from "node:fs";
import { loadavg } from "node:os";
import sharp from "sharp";
import { defaultSettings } from "@/lib/domain/engine/control";
import { SKETCH_MOTION_CAPABILITIES, SKETCH_MOTION_MODEL_ID } from "@/lib/engines/sketch/motion/capabilities";
import { clipSize, type Lines } from "@/lib/engines/sketch/motion/clip-size";
import type { ReferenceBytes } from "@/lib/engines/sketch/references/prepare";
import type { PaintingPool } from "@/lib/engines/sketch/threads/pool";
import { against } from "./against";

/** Seconds for four seconds of film at 720 lines, on two cores. */
const CLIP_SECONDS = 12;
const SCENE = "a sailboat on the sea at sunset";
/** Clock ticks a second in /proc, on every Linux there is. */
const TICKS = 100;

interface Clip {
  readonly name: string;
  readonly text: string;
  /** 720 unless told. */
  readonly lines?: Lines;
  readonly format?: "mp4" | "webm";
  readonly references?: readonly ReferenceBytes[];
}

/** Clips of four seconds, alone in their thread, with their encoder beside them: what a person waits, and what it costs. */
export async function benchClips(pool: PaintingPool): Promise<void> {
  const [start, end] = await Promise.all([ground("#7fb2e5", 420), ground("#e58f5f", 860)]);
  const clips: readonly Clip[] = [
    ...["watercolour", "flat", "ink", "oil"].map((medium) => ({ name: `${medium}, pan`, text: `${SCENE}, ${medium}, slow pan left` })),
    { name: "push in, clouds", text: "drifting clouds over a meadow, gouache, timelapse, push in" },
    { name: "orbit, rain", text: "a street in the rain, oil, orbit" },
    { name: "tilt up, snow", text: "a forest, falling snow, pastel, tilt up" },
    { name: "water all over", text: "fish and coral underwater, render" },
    { name: "from day to night", text: "a city skyline from day to night, flat" },
    { name: "from day to night, WebM", text: "a sailboat on the sea from day to night, watercolour, pan right", format: "webm" },
    {
      name: "start to end frame",
      text: "",
      references: [
        { role: "start-frame", weight: 1, bytes: start },
        { role: "end-frame", weight: 1, bytes: end },
      ],
    },
    { name: "flat, pan, WebM", text: `${SCENE}, flat, slow pan left`, format: "webm" },
    { name: "draft, watercolour, pan", text: `${SCENE}, watercolour, slow pan left`, lines: 480 },
    { name: "from day to night", text: "a city skyline from day to night, flat", lines: 1080 },
    { name: "watercolour, pan", text: `${SCENE}, watercolour, slow pan left`, lines: 1080 },
  ];
  console.log(`clips of 4 s, alone; load of the machine before ${loadavg()[0]?.toFixed(1)}`);
  for (const clip of clips) {
    const { wall, processor, megabytes } = await timed(pool, clip);
    const { lines = 720 } = clip;
    const took = lines === 720 ? against(wall, CLIP_SECONDS, "s") : `${wall.toFixed(2)} s`;
    console.log(`  ${lines}p ${clip.name.padEnd(26)} ${took} (processor ${processor.toFixed(1)} s, ${megabytes.toFixed(1)} MB)`);
  }
}

async function timed(
  pool: PaintingPool,
  { text, lines = 720, format = "mp4", references = [] }: Clip,
): Promise<{ wall: number; processor: number; megabytes: number }> {
  const startedAt = performance.now();
  const before = processorSeconds();
  const answer = await pool.paint({
    modelId: SKETCH_MOTION_MODEL_ID,
    text,
    negative: "",
    seed: 1,
    quality: lines === 480 ? "draft" : "final",
    settings: { ...defaultSettings(SKETCH_MOTION_CAPABILITIES.settings), resolution: lines === 1080 ? "1080p" : "720p", format },
    ...clipSize(16, 9, lines),
    references: [...references],
  }).answer;
  if (answer.kind === "failed") throw new Error(answer.reason);
  return {
    wall: (performance.now() - startedAt) / 1000,
    processor: processorSeconds() - before,
    megabytes: answer.piece.bytes.byteLength / 1e6,
  };
}

/** Processor time of this process and of those it has started and seen end; of this one alone where nothing tells the others. */
function processorSeconds(): number {
  try {
    const fields = readFileSync("/proc/self/stat", "utf8").split(") ")[1]?.split(" ") ?? [];
    return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / TICKS;
  } catch {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1e6;
  }
}

/** A picture to begin or end with: a ball at `x` of 1280. */
function ground(sky: string, x: number): Promise<Uint8Array> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1280" height="720"><rect width="1280" height="720" fill="${sky}"/>
    <rect y="430" width="1280" height="290" fill="#5f8a4a"/><circle cx="${x}" cy="440" r="110" fill="#d8321e"/></svg>`;
  return sharp(Buffer.from(svg)).png().toBuffer();
}

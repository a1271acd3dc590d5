import { loadavg } from "node:os";
import sharp from "sharp";
import { SKETCH_EDIT_MODEL_ID, SKETCH_MODEL_ID } from "@/lib/engines/sketch/capabilities";
import type { PaintingPool } from "@/lib/engines/sketch/threads/pool";
import { against } from "./against";

/** Seconds to fill a marked part of a picture of unknown making at 1024, alone, on two cores. */
const FILL_SECONDS = 4;
const SIDE = 1024;
const PICTURES = [
  "a sailboat on the sea at sunset, oil",
  "a fox in a forest at dawn, watercolour",
  "a car on a street at night, render",
  "a vase in a studio, pencil",
] as const;

/** Removal without a scene: about an eighth of the picture is filled with patches of the rest. */
export async function benchFills(pool: PaintingPool): Promise<void> {
  console.log(`a marked part filled at ${SIDE}; load of the machine before ${loadavg()[0]?.toFixed(1)}`);
  const mask = await sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${SIDE}" height="${SIDE}"><rect width="${SIDE}" height="${SIDE}"/><ellipse cx="540" cy="600" rx="190" ry="220" fill="#fff"/></svg>`,
    ),
  )
    .removeAlpha()
    .png()
    .toBuffer();
  const seconds: number[] = [];
  for (const text of PICTURES) {
    const picture = await made(pool, SKETCH_MODEL_ID, text, []);
    const [startedAt, before] = [performance.now(), process.cpuUsage()];
    await made(pool, SKETCH_EDIT_MODEL_ID, "", [
      { role: "image", weight: 1, bytes: picture },
      { role: "mask", weight: 1, bytes: mask },
    ]);
    const { user, system } = process.cpuUsage(before);
    seconds.push((performance.now() - startedAt) / 1000);
    console.log(`${text.padEnd(42)} ${seconds.at(-1)?.toFixed(2)} s (processor ${((user + system) / 1e6).toFixed(2)} s)`);
  }
  const middle = [...seconds].sort((a, b) => a - b)[(seconds.length - 1) >> 1] ?? Number.NaN;
  console.log(`median of the fills ${against(middle, FILL_SECONDS, "s")}`);
}

async function made(
  pool: PaintingPool,
  modelId: string,
  text: string,
  references: Parameters<PaintingPool["paint"]>[0]["references"],
): Promise<Uint8Array> {
  const request = { modelId, text, negative: "", seed: 3, settings: {}, quality: "final", width: SIDE, height: SIDE, references } as const;
  const answer = await pool.paint(request).answer;
  if (answer.kind === "failed") throw new Error(answer.reason);
  return answer.piece.bytes;
}

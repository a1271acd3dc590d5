/**
 * Paints the sketch engine's gallery: 48 prompts × 2 seeds as one HTML contact sheet in `.gallery/`, to be looked at. Holds every
 * picture to the quality floor and ends with exit code 1 when one falls through it.
 * `npx tsx scripts/gallery.ts [long side, default 512]`
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { EngineContext, EngineOutput } from "@/lib/engines/engine";
import { sketchEngine } from "@/lib/engines/sketch";
import { SKETCH_MODEL_ID, SKETCH_REVISION } from "@/lib/engines/sketch/capabilities";
import type { Raster } from "@/lib/engines/sketch/raster/image";
import { faultsOf, faultsOfPair, pictureOf } from "./gallery/floor";
import { PROMPTS, SEEDS } from "./gallery/prompts";

const longSide = Number(process.argv[2] ?? 512);
const quality = longSide > 512 ? "final" : "draft";
const folder = join(import.meta.dirname, "..", ".gallery");
mkdirSync(folder, { recursive: true });

const engine = sketchEngine();
const context: EngineContext = {
  signal: new AbortController().signal,
  readReference: () => Promise.reject(new Error("the gallery has no references")),
  keep: () => Promise.reject(new Error("Sketch keeps nothing")),
  connection: null,
  callbackUrl: null,
};

async function paint(text: string, order: number): Promise<readonly EngineOutput[]> {
  const submitted = await engine.submit(
    {
      runId: `gallery-${order}`,
      modelId: SKETCH_MODEL_ID,
      revision: SKETCH_REVISION,
      text,
      negative: "",
      aspectRatio: "1:1",
      quality,
      settings: {},
      seeds: SEEDS,
      references: [],
    },
    context,
  );
  if (submitted.kind !== "accepted") throw new Error(`“${text}” was not accepted`);
  for (;;) {
    const polled = await engine.poll(submitted.operation, context);
    if (polled.state === "succeeded") return polled.outputs;
    if (polled.state === "failed") throw new Error(`“${text}”: ${polled.failure.reason}`);
    await pause(50);
  }
}

const figures: string[] = [];
const faults: string[] = [];
for (const [order, text] of PROMPTS.entries()) {
  const startedAt = performance.now();
  const outputs = await paint(text, order);
  const pictures: Raster[] = [];
  for (const output of outputs) {
    const file = `${String(order + 1).padStart(2, "0")}-${output.seed}.png`;
    const png = await output.read();
    writeFileSync(join(folder, file), png);
    const picture = await pictureOf(png);
    pictures.push(picture);
    faults.push(...faultsOf(picture, text).map((fault) => `${file} “${text}”: ${fault}`));
    const ignored = output.report?.ignored.join(", ") ?? "";
    figures.push(
      `<figure><img src="${file}" width="384" loading="lazy" alt=""><figcaption>${text} · ${output.seed}${ignored === "" ? "" : ` · <del>${ignored}</del>`}</figcaption></figure>`,
    );
  }
  const [first, second] = pictures;
  if (first !== undefined && second !== undefined) faults.push(...faultsOfPair(first, second).map((fault) => `“${text}”: ${fault}`));
  console.log(`${order + 1}/${PROMPTS.length} ${Math.round(performance.now() - startedAt)} ms  ${text}`);
}
writeFileSync(
  join(folder, "index.html"),
  `<!doctype html><meta charset="utf-8"><title>Sketch gallery ${SKETCH_REVISION}</title>
<style>body{background:#2b2b2b;color:#ccc;font:13px system-ui;display:grid;grid-template-columns:repeat(auto-fill,384px);gap:16px;padding:16px}figure{margin:0}</style>
${figures.join("\n")}
`,
);
console.log(`wrote ${join(folder, "index.html")}`);
if (faults.length > 0) {
  console.error(`${faults.length} faults:\n${faults.join("\n")}`);
  process.exitCode = 1;
} else console.log("every picture passes the floor: not empty, not clipped, its colours there, its seeds apart");

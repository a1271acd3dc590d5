/**
 * Paints the sketch engine's gallery: 48 prompts × 2 seeds as one HTML contact sheet in `.gallery/`, to be looked at.
 * `npx tsx scripts/gallery.ts [long side, default 512]`
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { EngineContext, EngineOutput } from "@/lib/engines/engine";
import { sketchEngine } from "@/lib/engines/sketch";
import { SKETCH_MODEL_ID, SKETCH_REVISION } from "@/lib/engines/sketch/capabilities";

const PROMPTS = [
  "a lone sailboat on a calm sea at sunset, watercolour",
  "three foxes in a misty pine forest at dawn, gouache",
  "amber glass perfume bottle on a podium, studio, cinematic photo",
  "neon tokyo street at night with a robot, rain, oil painting",
  "red sneaker product shot, risograph, pink and blue",
  "lighthouse on a cliff above a stormy ocean, ink engraving",
  "portrait of a woman in warm light, oil painting",
  "snowy mountain valley with a cabin at golden hour, gouache",
  "hot air balloons over desert dunes at dawn, flat vector poster",
  "whale underwater, teal and gold, watercolour",
  "astronaut in space, purple nebula, halftone comic",
  "ceramic vase, terracotta and sage, pencil sketch",
  "geometric bauhaus, red navy cream ochre, risograph",
  "lavender field at golden hour with a cottage, oil",
  "aurora over a frozen lake, forest, night, gouache",
  "desert dunes at dusk with a cactus, photo",
  "city skyline at night, gouache",
  "croissant and coffee on a table, flat vector",
  "a cat on a chair by the window, pastel drawing",
  "two deer in an autumn forest, watercolour",
  "a red car on a city street, overcast, halftone comic",
  "bear and owl in the snow, gouache",
  "marble fluid abstract, emerald and gold, render",
  "a man walking in a meadow with a dog, spring, pastel chalk",
  "lemon and pear still life, oil painting",
  "portrait of a man, night, ink, blue",
  "penguin on an iceberg, arctic, flat",
  "sailing ship in a storm, oil painting",
  "a fox behind a tree, autumn, gouache",
  "two bicycles in front of a house, summer, risograph, green and orange",
  "rocket over a red desert, retro poster, flat",
  "jellyfish underwater, violet, render",
  "cosy living room with a sofa, golden hour, gouache",
  "wide mountain lake at dawn, swan, watercolour",
  "dragon above mountains, dramatic storm, ink",
  "elephant in the savanna at sunset, pastel drawing",
  "green glass bottle and a blue bowl, studio, photo",
  "butterfly and tulips in a garden, spring, gouache",
  "low angle view of a city at dusk, muted, watercolour",
  "close-up of a robot, teal and coral, halftone",
  "cherry blossom tree on a hill, pink, gouache",
  "winter forest with a deer, snowfall, pencil",
  "skincare serum and a jar, soft pastel light, peach, render",
  'flat poster with a red balloon and "FLY AWAY"',
  "panda in a bamboo forest, ink, sumi",
  "taxi in the rain, neon street, oil",
  "ocean waves, abstract fluid, navy and turquoise, oil",
  "family of three people on a beach at noon, flat",
] as const;
const SEEDS = [1, 2] as const;

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
for (const [order, text] of PROMPTS.entries()) {
  const startedAt = performance.now();
  const outputs = await paint(text, order);
  for (const output of outputs) {
    const file = `${String(order + 1).padStart(2, "0")}-${output.seed}.png`;
    writeFileSync(join(folder, file), await output.read());
    const ignored = output.report?.ignored.join(", ") ?? "";
    figures.push(
      `<figure><img src="${file}" width="384" loading="lazy" alt=""><figcaption>${text} · ${output.seed}${ignored === "" ? "" : ` · <del>${ignored}</del>`}</figcaption></figure>`,
    );
  }
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

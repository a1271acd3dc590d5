/**
 * `npm run bench:web`: everything the studio promises of its speed, in headless Chromium with software rendering. Each figure is printed as a ratio
 * to its limit, and one over its limit makes the exit 1. `-- --part compare` measures one part, `-- --small` smaller scenes.
 */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import builtStudio from "@/tests/support/built-studio.mjs";

const PARTS = {
  surface: "../picture-surface/picture-surface.bench.ts",
  board: "board.bench.ts",
  gallery: "../picture-surface/gallery.bench.ts",
  grid: "grid.bench.ts",
  compare: "compare.bench.ts",
  screens: "screens.bench.ts",
} as const;

const wishes = process.argv.slice(2);
const wanted = wishes.flatMap((wish, at) => (wishes[at - 1] === "--part" ? wish.split(",") : []));
const unknown = wanted.filter((part) => !(part in PARTS));
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(", ")}; the parts are ${Object.keys(PARTS).join(", ")}.`);
  process.exit(2);
}
await builtStudio();
const over: string[] = [];
for (const [part, file] of Object.entries(PARTS)) {
  if (wanted.length > 0 && !wanted.includes(part)) continue;
  const startedAt = performance.now();
  // Each in a process of its own: what one leaves in memory does not slow the next.
  if ((await run(file)) !== 0) over.push(part);
  console.log(`  (${part}: ${Math.round((performance.now() - startedAt) / 1000)} s)`);
}
console.log(over.length === 0 ? "\nEverything is within its limit." : `\nOver a limit: ${over.join(", ")}.`);
process.exitCode = over.length === 0 ? 0 : 1;

function run(file: string): Promise<number | null> {
  const small = wishes.filter((wish) => wish === "--small");
  const bench = spawn(process.execPath, ["--import", "tsx", fileURLToPath(new URL(file, import.meta.url)), ...small], { stdio: "inherit" });
  return new Promise((settle) => {
    bench.once("exit", settle);
  });
}

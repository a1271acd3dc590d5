import { availableParallelism } from "node:os";
import { defineConfig, type TestProjectConfiguration } from "vitest/config";

/** Rooms whose tests call functions and nothing else. */
const PURE = ["domain", "engines", "media", "client"];
/** Rooms whose tests work on a real PostgreSQL; see tests/support/database.ts. */
const WITH_DATABASE = ["db", "services", "api", "jobs"];

/** What pictures look like in many media, places and weights: mostly painting, run by `npm run test:pictures`. */
const PICTURES = ["references", "edit", "cut-out", "quality"].map((name) => `tests/engines/sketch/${name}.test.ts`);

/** Only a test that hangs should meet these: a machine at other work is ten times slower, and that breaks no guarantee. */
const PATIENCE = { testTimeout: 60_000, hookTimeout: 120_000 };

const IN_A_BROWSER = { globalSetup: ["tests/support/built-studio.mjs"], testTimeout: 240_000, hookTimeout: 240_000 };

function project(name: string, settings: object = {}): TestProjectConfiguration {
  return {
    resolve: { alias: { "@": import.meta.dirname } },
    test: { name, include: [`tests/${name}/**/*.test.{ts,tsx}`], setupFiles: ["tests/support/property-seed.ts"], ...PATIENCE, ...settings },
  };
}

export default defineConfig({
  test: {
    // Many tests wait for PostgreSQL or another process: even two cores carry two files at once, where Vitest would leave one idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      // Modules stay loaded from file to file: loading them again for each took longer than the tests. Pure ones hold nothing, and
      // what the others hold of a database and an environment goes with the next `freshDatabase`.
      ...PURE.map((name) => project(name, { isolate: false, exclude: PICTURES })),
      project("pictures", { isolate: false, include: PICTURES }),
      project("house"),
      ...WITH_DATABASE.map((name) => project(name, { isolate: false, globalSetup: ["tests/support/database-server.ts"] })),
      // Each file has a studio and a browser of its own (tests/support/running-studio.ts), and people in it who mostly wait.
      project("browser", IN_A_BROWSER),
      // The main job once more, without a mouse: too long for a run, so it is run by `npm run test:keyboard`.
      project("keyboard", IN_A_BROWSER),
    ],
  },
});

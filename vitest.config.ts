import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "");

/** Rooms whose tests are functions only. */
const PLAIN = ["domain", "engines", "media", "client", "house"];
/** Rooms whose tests work on a real PostgreSQL; see tests/support/database.ts. */
const WITH_DATABASE = ["db", "services", "api", "jobs"];

function project(name: string, globalSetup: string[] = []) {
  return {
    resolve: { alias: { "@": root } },
    test: {
      name,
      include: [`tests/${name}/**/*.test.{ts,tsx}`],
      globalSetup,
      testTimeout: 20_000,
      hookTimeout: 60_000,
    },
  };
}

export default defineConfig({
  test: {
    projects: [
      ...PLAIN.map((name) => project(name)),
      ...WITH_DATABASE.map((name) => project(name, ["tests/support/database-server.ts"])),
      // Drives a studio that scripts/test.mjs has started, one file after the other.
      { ...project("browser"), test: { ...project("browser").test, fileParallelism: false, testTimeout: 180_000, hookTimeout: 120_000 } },
    ],
    passWithNoTests: false,
  },
});

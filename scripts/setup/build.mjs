import { join } from "node:path";
import { BUNDLES, bundle } from "./bundle.mjs";
import { requireSpace } from "./claims.mjs";
import { fingerprint, unlessStamped } from "./fingerprint.mjs";
import { run } from "./run.mjs";
import { makeSmall } from "./small-files.mjs";

/** What the database client is made from. */
const SCHEMA_SOURCES = ["prisma/schema.prisma", "prisma.config.ts", "node_modules/prisma/package.json"];
/** What the pages are made from. */
const APP_SOURCES = [
  "app",
  "components",
  "lib",
  "public",
  "prisma/schema.prisma",
  "instrumentation.ts",
  "next.config.ts",
  "postcss.config.mjs",
  "package-lock.json",
  "scripts/setup/small-files.mjs",
  "tsconfig.json",
];
/** Programs of ours that plain Node runs: what supervises, and what does the jobs. */
const PROGRAMS = ["scripts/supervise/studio.ts", "lib/jobs/worker.ts"];
/** What they are made from. */
const PROGRAM_SOURCES = [
  "lib",
  "prisma/sample.ts",
  "prisma/schema.prisma",
  "scripts/setup/bundle.mjs",
  "scripts/supervise",
  "package-lock.json",
  "tsconfig.json",
];
/** What the pages take, with what Next keeps beside them to build faster. */
const PAGES_MB = 300;
const GENERATED = "lib/db/generated";

/** Makes the database client from the schema, unless it is made. */
export function generate(root) {
  return unlessStamped(join(root, GENERATED, ".made-from"), fingerprint(root, SCHEMA_SOURCES), async () => {
    await run(process.execPath, ["scripts/prisma.mjs", "generate"], {
      cwd: root,
      failure: "The database client could not be made from prisma/schema.prisma, for the reason above.",
    });
  });
}

/** Makes plain JavaScript of the programs beside the pages, unless it is made of exactly these sources, in this very folder. */
export function buildPrograms(root) {
  const mark = `${fingerprint(root, PROGRAM_SOURCES, [GENERATED])} ${root}`;
  return unlessStamped(join(root, BUNDLES, "made-from"), mark, () => bundle(root, PROGRAMS));
}

/** Builds the pages, unless they are built from exactly these sources. */
export function build(root) {
  return unlessStamped(join(root, ".next", "built-from"), fingerprint(root, APP_SOURCES, [GENERATED]), async () => {
    requireSpace(root, PAGES_MB);
    await run(process.execPath, ["node_modules/next/dist/bin/next", "build"], {
      cwd: root,
      env: { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
      failure: "The studio could not be built, for the reason above.",
    });
    await makeSmall(join(root, ".next/static"));
  });
}

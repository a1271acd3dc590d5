import { join } from "node:path";
import { fingerprint, unlessStamped } from "./fingerprint.mjs";
import { run } from "./run.mjs";

/** What the database client is made from. */
const SCHEMA_SOURCES = ["prisma/schema.prisma", "prisma.config.ts", "node_modules/prisma/package.json"];
/** What the pages are made from. */
const APP_SOURCES = [
  "app",
  "components",
  "lib",
  "public",
  "prisma/schema.prisma",
  "next.config.ts",
  "postcss.config.mjs",
  "package-lock.json",
  "tsconfig.json",
];
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

/** Builds the pages, unless they are built from exactly these sources. */
export function build(root) {
  return unlessStamped(join(root, ".next", "built-from"), fingerprint(root, APP_SOURCES, [GENERATED]), async () => {
    await run(process.execPath, ["node_modules/next/dist/bin/next", "build"], {
      cwd: root,
      env: { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
      failure: "The studio could not be built, for the reason above.",
    });
  });
}

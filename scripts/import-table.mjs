// Holds the import table of .dependency-cruiser.mjs. `node scripts/import-table.mjs [folder]` checks the house that lies in that folder.
import "./import-table/typescript-api.mjs";
import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";

const config = pathToFileURL(`${process.cwd()}/.dependency-cruiser.mjs`).href;
const { default: table, reachability } = await import(config);
if (process.argv[2]) process.chdir(process.argv[2]);

// Loaded after the alias above is in place.
const { cruise } = await import("dependency-cruiser");
const { default: readTypeScriptConfig } = await import("dependency-cruiser/config-utl/extract-ts-config");

const rooms = ["app", "components", "lib", "prisma", "scripts", "tests"].filter((room) => existsSync(room));
let errors = 0;
for (const { forbidden, options } of [table, reachability]) {
  const { enhancedResolveOptions, tsConfig, ...cruiseOptions } = options;
  const settings = { ...cruiseOptions, tsConfig, validate: true, ruleSet: { forbidden }, outputType: "err" };
  const { output, exitCode } = await cruise(rooms, settings, enhancedResolveOptions, { tsConfig: readTypeScriptConfig(tsConfig.fileName) });
  errors += exitCode;
  console.log(String(output).trim());
}
process.exit(errors > 0 ? 1 : 0);

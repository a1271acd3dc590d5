// Holds the import table of .dependency-cruiser.mjs. `node scripts/import-table.mjs [folder]` checks the house that lies in that folder.
import "./import-table/typescript-api.mjs";
import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { waysBetween } from "./import-table/reach.mjs";

const config = pathToFileURL(`${process.cwd()}/.dependency-cruiser.mjs`).href;
const { default: table, reachability } = await import(config);
if (process.argv[2]) process.chdir(process.argv[2]);

// Loaded after the alias above is in place.
const { cruise, format } = await import("dependency-cruiser");
const { default: readTypeScriptConfig } = await import("dependency-cruiser/config-utl/extract-ts-config");

const { forbidden, options } = table;
const { enhancedResolveOptions, tsConfig, ...cruiseOptions } = options;
const rooms = ["app", "components", "lib", "prisma", "scripts", "tests"].filter((room) => existsSync(room));
const settings = { ...cruiseOptions, tsConfig, validate: true, ruleSet: { forbidden } };
const { output: found } = await cruise(rooms, settings, enhancedResolveOptions, { tsConfig: readTypeScriptConfig(tsConfig.fileName) });
const { output, exitCode } = await format(found, { outputType: "err" });
console.log(String(output).trim());

// Reading all the code is what takes the time: what one may reach is found in what was read for the table.
let breaches = 0;
for (const { name, from, to } of reachability)
  for (const way of waysBetween(found.modules, { from, to })) {
    breaches += 1;
    console.log(`error ${name}: ${way[0]} → ${way.at(-1)}\n      ${way.slice(1).join(" →\n      ")}`);
  }
process.exit(exitCode > 0 || breaches > 0 ? 1 : 0);

// `npm run engines:check` says which connected engines answer, without spending, and fails when one does not. Beside a running studio or alone.
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { sentenceFor, Trouble } from "./setup/trouble.mjs";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
try {
  // A fresh clone has neither, and a look at the studio is no reason to make them.
  for (const made of ["node_modules/tsx/package.json", "lib/db/generated/client.ts"])
    if (!existsSync(made)) throw new Trouble("This clone is not prepared yet; start the studio once: npm start");
  const { register } = await import("tsx/esm/api");
  register();
  const { checkEngines } = await import("./engines-check/check-engines.ts");
  process.exitCode = (await checkEngines(resolve(process.env.SELECTS_DATA || ".data"))) ? 0 : 1;
} catch (error) {
  console.error(sentenceFor(error));
  process.exitCode = 1;
}

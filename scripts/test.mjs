// `npm test`: everything that must hold, from a fresh clone. `npm run verify` (`--verify`) is the part without a database.
import { nodeProblem } from "./setup/node-version.mjs";

const problem = nodeProblem(process.versions.node);
if (problem) {
  console.error(problem);
  process.exit(1);
}
const { test } = await import("./setup/test-studio.mjs");
process.exit(await test({ isVerifyOnly: process.argv.includes("--verify") }));

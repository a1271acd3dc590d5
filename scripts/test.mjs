// `npm test`: everything that must hold, from a fresh clone. `npm run verify` (`--verify`) is the part without a database.
import { nodeProblem } from "./setup/node-version.mjs";

const problem = nodeProblem(process.versions.node);
if (problem) {
  console.error(problem);
  process.exit(1);
}
// Not awaited here, for the same reason as in start.mjs.
import("./setup/test-studio.mjs")
  .then(({ test }) => test({ isVerifyOnly: process.argv.includes("--verify") }))
  .then((code) => process.exit(code));

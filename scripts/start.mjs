// `npm start`: from a fresh clone to a running studio. Node built-ins only until the packages are installed.
import { nodeProblem } from "./setup/node-version.mjs";

const problem = nodeProblem(process.versions.node);
if (problem) {
  console.error(problem);
  process.exit(1);
}
// Loaded only now, and not awaited here: an old Node would stumble over the syntax and hide the sentence above.
import("./setup/start-studio.mjs").then(({ start }) => start({ isDevelopment: process.argv.includes("--dev") }));

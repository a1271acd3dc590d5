// `npm start`: from a fresh clone to a running studio. Node built-ins only until the packages are installed.
import { nodeProblem } from "./setup/node-version.mjs";

const problem = nodeProblem(process.versions.node);
if (problem) {
  console.error(problem);
  process.exit(1);
}
// Loaded only now: an old Node would stumble over the syntax and hide the sentence above.
const { start } = await import("./setup/start-studio.mjs");
await start({ isDevelopment: process.argv.includes("--dev") });

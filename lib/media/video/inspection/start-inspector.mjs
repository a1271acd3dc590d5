// The first file of an inspecting process: JavaScript, because it is what registers the TypeScript loader.
import { register } from "tsx/esm/api";

register();
await import("./inspector-process.ts");

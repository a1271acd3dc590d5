// The first file of an examining process: JavaScript, because it is what registers the TypeScript loader.
import { register } from "tsx/esm/api";

register();
await import("./examiner-process.ts");

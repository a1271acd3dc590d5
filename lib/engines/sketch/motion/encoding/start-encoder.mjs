// The first file of an encoding process: JavaScript, because it is what registers the TypeScript loader.
import { register } from "tsx/esm/api";

register();
await import("./encoder-process.ts");

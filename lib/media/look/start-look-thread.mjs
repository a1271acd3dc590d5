// The first file of the looking thread. Node 20 does not hand a TypeScript loader down to the first file of a thread, so this one is JavaScript and
// registers the loader itself.
import { register } from "tsx/esm/api";

register();
await import("./look-thread.ts");

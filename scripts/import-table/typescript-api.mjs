// dependency-cruiser reads TypeScript with the compiler's JavaScript API, which TypeScript 7 no longer has. The last version that has it
// is installed as "typescript-6" beside it; in this process `typescript` means that one.
import Module, { register } from "node:module";

const api = import.meta.resolve("typescript-6");
const resolveCommonJs = Module._resolveFilename;
Module._resolveFilename = (request, ...rest) => resolveCommonJs(request.replace(/^typescript(?=$|\/)/, "typescript-6"), ...rest);
const hook = `export const resolve = (specifier, context, next) => next(specifier === "typescript" ? "${api}" : specifier, context);`;
register(`data:text/javascript,${encodeURIComponent(hook)}`);

// dependency-cruiser reads TypeScript with the compiler's JavaScript API, which TypeScript 7 no longer has. The last version that has it
// is installed as "typescript-6" beside it; in this process `typescript` means that one.
import Module, { register } from "node:module";

const alias = "typescript-6";
const resolveCommonJs = Module._resolveFilename;
Module._resolveFilename = (request, ...rest) => resolveCommonJs(request.replace(/^typescript(?=$|\/)/, alias), ...rest);
const resolveModules = `export const resolve = (specifier, context, next) => next(specifier === "typescript" ? "${alias}" : specifier, context);`;
register(`data:text/javascript,${encodeURIComponent(resolveModules)}`);

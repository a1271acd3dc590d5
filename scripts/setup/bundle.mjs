import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";

/** Where what is made here lies; git ignores it. */
export const BUNDLES = ".built";

/** Where the bundle of a source lies, from the top of the repository. */
export const bundleOf = (source) => `${BUNDLES}/${source.replace(/\.[^./]+$/, ".mjs")}`;

/**
 * A thread, told as to any bundler, or a process by the path of its first file: that is a program of its own. Otherwise where a source says its
 * own place.
 */
const PROGRAM_OR_PLACE = /(new Worker|fileURLToPath)\(\s*new URL\("(\.[^"]+\.mjs)", import\.meta\.url\)|\bimport\.meta\.url\b/g;

/**
 * Makes one file of each program, for plain Node, with the threads and processes it starts: a loader that translates TypeScript in the running process
 * takes a second at each start, and leaves a dead child behind for each thread that ends. Packages stay packages.
 * @param {string} root
 * @param {string[]} programs sources from the top of the repository
 */
export async function bundle(root, programs) {
  const { build, stop } = await import("esbuild");
  // A set is walked in the order of arrival, also over the threads that are added meanwhile.
  const waiting = new Set(programs);
  const addProgram = (source) => waiting.add(source);
  for (const program of waiting) {
    const { outputFiles } = await build({
      absWorkingDir: root,
      entryPoints: [program],
      outfile: bundleOf(program),
      write: false,
      bundle: true,
      platform: "node",
      format: "esm",
      target: "node20",
      packages: "external",
      sourcemap: true,
      logLevel: "silent",
      plugins: [keepPlaces(root, program, addProgram)],
    });
    for (const { path, contents } of outputFiles) replace(path, contents);
  }
  // Its helper process would stay as long as the studio runs.
  await stop();
}

/** In one step: another process may just be starting the program. */
function replace(path, contents) {
  const draft = `${path}.${process.pid}`;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(draft, contents);
  renameSync(draft, path);
}

/** What a source says of its own place stays true, and set-up code stays the one copy that runs already. */
function keepPlaces(root, program, addProgram) {
  const fromBundle = (path) => `./${relative(dirname(bundleOf(program)), path).replaceAll("\\", "/")}`;
  return {
    name: "places",
    setup({ onLoad, onResolve }) {
      // A bundle needs no loader.
      onResolve({ filter: /^tsx\/esm\/api$/ }, () => ({ path: "no loader", namespace: "nothing" }));
      onLoad({ filter: /.*/, namespace: "nothing" }, () => ({ contents: "export function register() {}" }));
      onResolve({ filter: /\/setup\/[^/]+\.mjs$/ }, ({ path, resolveDir }) => ({
        path: fromBundle(relative(root, resolve(resolveDir, path))),
        external: true,
      }));
      onLoad({ filter: /\.(ts|mjs)$/ }, ({ path }) => {
        const source = readFileSync(path, "utf8");
        if (!source.includes("import.meta.url") || path.includes("node_modules")) return undefined;
        const contents = source.replace(PROGRAM_OR_PLACE, (_found, how, name) => {
          if (!name) return JSON.stringify(pathToFileURL(path).href);
          const started = relative(root, join(dirname(path), name)).replaceAll("\\", "/");
          addProgram(started);
          return `${how}(new URL(${JSON.stringify(fromBundle(bundleOf(started)))}, import.meta.url)`;
        });
        return { contents, loader: path.endsWith(".ts") ? "ts" : "js" };
      });
    },
  };
}

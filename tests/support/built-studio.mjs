import { build, buildPrograms, generate } from "../../scripts/setup/build.mjs";

/** Makes what `npm start` would make, once: two studios that start at the same time must find it made. */
export default async function builtStudio() {
  const root = process.cwd();
  await generate(root);
  await buildPrograms(root);
  await build(root);
}

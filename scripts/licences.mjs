// `npm run licences` prints the licence of every package the studio is delivered with, and fails when one names none.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8"));
const delivered = Object.entries(packages).filter(([path, { dev }]) => path !== "" && !dev);

/** Packages of other platforms are not here to be read; the lock repeats what their authors declared. */
function licenceOf(path, locked) {
  const manifest = join(path, "package.json");
  const { license, licenses } = existsSync(manifest) ? JSON.parse(readFileSync(manifest, "utf8")) : {};
  const declared = license ?? licenses?.map(({ type }) => type).join(" OR ") ?? locked.license;
  return (typeof declared === "object" ? declared.type : declared) ?? namedInText(path);
}

/** Some old packages only carry the text: its title says which, and of the BSD family, which has none, its conditions do. */
function namedInText(path) {
  const file = ["LICENSE", "LICENSE.md", "LICENCE"].map((name) => join(path, name)).find((each) => existsSync(each));
  if (!file) return undefined;
  const text = readFileSync(file, "utf8").replace(/\s+/g, " ");
  const titled = /^\W*(?:The )?(MIT|ISC|BSD|Apache) License/i.exec(text)?.[1];
  if (titled) return titled;
  const isBsd = text.includes("Redistribution and use in source and binary forms") && text.includes("this list of conditions");
  if (!isBsd) return undefined;
  return text.includes("Neither the name of") ? "BSD-3-Clause" : "BSD-2-Clause";
}

const rows = delivered.map(([path, locked]) => ({
  name: `${path.replace(/^.*node_modules\//, "")} ${locked.version}`,
  licence: licenceOf(path, locked),
}));
const licences = [...new Set(rows.map(({ licence }) => licence))].sort();
for (const licence of licences) {
  const members = rows.filter((row) => row.licence === licence);
  console.log(`\n${licence ?? "No licence"} (${members.length})`);
  for (const { name } of members) console.log(`  ${name}`);
}
const missing = rows.filter(({ licence }) => !licence);
if (missing.length > 0) console.error(`\nWithout a licence: ${missing.map(({ name }) => name).join(", ")}`);
process.exit(missing.length > 0 ? 1 : 0);

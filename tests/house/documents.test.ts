import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, test } from "vitest";
import { ERROR_MEANINGS, HTTP_STATUS } from "@/lib/api/errors";
import { KEY_TABLE } from "@/lib/client/keyboard/table";
import { ERROR_CODES } from "@/lib/domain/errors";

/** The text of a file, or of every file in a folder. */
const source = (path: string): string =>
  path.includes(".")
    ? readFileSync(path, "utf8")
    : readdirSync(path, { recursive: true, encoding: "utf8" })
        .filter((file) => /\.(ts|mjs)$/.test(file))
        .map((file) => readFileSync(join(path, file), "utf8"))
        .join("\n");

const every = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map((match) => match[1] ?? "");

const DOCUMENTS = ["README.md", ...readdirSync("docs", { recursive: true, encoding: "utf8" }).map((file) => join("docs", file))].filter(
  (path) => path.endsWith(".md"),
);

const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> };
const STUDIO_VARIABLES = every(source("lib/env.ts"), /^ {2}([A-Z][A-Z_]+): /gm);
const VARIABLES = [...STUDIO_VARIABLES, ...every(source("scripts") + source("tests/support"), /process\.env\.([A-Z][A-Z_]+)/g)];
const ROUTES = source("lib/api/procedures") + readFileSync("lib/api/file-operation.ts", "utf8");
const ADDRESSES = every(ROUTES, /(method: "[A-Z]+",\s*path: "[^"]+")/g).map((route) => every(route, /"([^"]+)"/g).join(" "));

/** Folders that are made on a machine and never part of a clone. */
const MADE_HERE = /^(\.data|\.gallery|\.screenshots|node_modules)(\/|$)/;
const NOT_A_PATH = /^(\/|@|[\w-]+:|\$)|^(image|video|text|application|multipart)\/|[…<>{}*=()"]/;

/** Words in code that look like a path from the top of the repository. */
function pathsIn(code: string): string[] {
  return code
    .split(/\s+/)
    .filter((word) => /^[\w.[\]@$:/-]*\/[\w./-]+$|^[\w-]+\.(md|json|mjs|ts|tsx)$/.test(word) && !NOT_A_PATH.test(word));
}

/** Everything a document names that the house does not have, as sentences. */
function untrue(path: string, text: string): string[] {
  const fences = every(text, /^```\w*\n([\s\S]*?)^```/gm);
  const prose = text.replace(/^```[\s\S]*?^```/gm, "");
  const spans = every(prose, /`([^`\n]+)`/g);
  const links = every(prose, /\]\((?![a-z]+:|#)([^)#]+)[^)]*\)/g).map((link) => normalize(join(dirname(path), link)));
  const commands = every(text, /\bnpm run ([\w:-]+)/g);
  const variables = [...spans, ...fences].flatMap((code) => every(code, /\b([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|[A-Z]{3,}(?==))/g));
  const addresses = spans.flatMap((code) => every(code, /^((?:GET|POST|PUT|PATCH|DELETE) \/(?!api\/)[\w/{}-]+)/g));
  const keys = [...text.matchAll(/^\| <kbd>([^<]+)<\/kbd> \| ([^|]+) \|/gm)];
  return [
    ...[...spans.flatMap(pathsIn), ...links].filter((cited) => !MADE_HERE.test(cited) && !existsSync(cited)).map((cited) => `no ${cited}`),
    ...commands.filter((command) => !(command in scripts)).map((command) => `no npm run ${command}`),
    ...variables
      .filter((name) => !VARIABLES.includes(name) && !ERROR_CODES.some((code) => code === name))
      .map((name) => `nobody reads ${name}`),
    ...addresses.filter((address) => !ADDRESSES.includes(address)).map((address) => `nothing answers ${address}`),
    ...keys.filter(([, key = "", act = ""]) => !isKeyOf(key, act)).map(([, key, act]) => `${key} is not ${act}`),
  ];
}

const SIGNS: Readonly<Record<string, string>> = { "↑": "arrowup", "↓": "arrowdown", "←": "arrowleft", "→": "arrowright" };

/** Whether some action has this key and a title the words begin with. */
function isKeyOf(key: string, act: string): boolean {
  const chord = SIGNS[key] ?? key.toLowerCase().replace("ctrl", "mod");
  return KEY_TABLE.some(({ keys, title }) => (keys as readonly string[]).includes(chord) && act.startsWith(title));
}

describe("documents", () => {
  test.each(DOCUMENTS)("%s names only what exists", (path) => {
    expect(untrue(path, readFileSync(path, "utf8"))).toEqual([]);
  });

  test.each([
    ["a path", "See `lib/domian/review`.", "no lib/domian/review"],
    ["a path of another room", "See `libs/domain`.", "no libs/domain"],
    ["a file at the top", "See `pakage.json`.", "no pakage.json"],
    ["a path in a command", "Run `node scripts/strat.mjs`.", "no scripts/strat.mjs"],
    ["a link", "[words](docs/glosary.md)", "no docs/glosary.md"],
    ["a picture", "![board](docs/bord.webp)", "no docs/bord.webp"],
    ["a command", "`npm run verfy`", "no npm run verfy"],
    ["a command in an example", "```sh\nnpm run strat\n```", "no npm run strat"],
    ["a variable", "`SELECTS_DATTA` moves it", "nobody reads SELECTS_DATTA"],
    ["a variable in an example", "```sh\nPRT=3000 npm start\n```", "nobody reads PRT"],
    ["an address", "`GET /card/{cardId}`", "nothing answers GET /card/{cardId}"],
    ["a key", "| <kbd>Q</kbd> | Pick |", "Q is not Pick"],
    ["a key's act", "| <kbd>P</kbd> | Reject |", "P is not Reject"],
  ])("%s that does not exist is found", (_, text, finding) => {
    expect(untrue("README.md", text)).toEqual([finding]);
  });

  test("what is true is left alone", () => {
    const text =
      "`lib/domain/review`, `npm run verify`, `SELECTS_DATA=/some/folder`, `image/png`, `GET /cards/{cardId}`, `BAD_INPUT`, `.data/blobs`";
    expect(untrue("README.md", text)).toEqual([]);
    expect(untrue("docs/lead.md", "[operators](operator.md), [reference](https://example.com/none.md)")).toEqual([]);
  });

  test("every variable the studio reads is explained to admins", () => {
    const page = readFileSync("docs/admin.md", "utf8");
    expect(STUDIO_VARIABLES.length).toBeGreaterThan(5);
    expect(STUDIO_VARIABLES.filter((name) => name !== "NODE_ENV" && !page.includes(`| \`${name}\` |`))).toEqual([]);
  });

  test("every refusal is in the table for engineers, with its status and meaning", () => {
    const page = readFileSync("docs/engineer.md", "utf8");
    const rows = ERROR_CODES.map((code) => `| ${HTTP_STATUS[code]} | \`${code}\` | ${ERROR_MEANINGS[code]} |`);
    expect(rows.filter((row) => !page.includes(row))).toEqual([]);
  });
});

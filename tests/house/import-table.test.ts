import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";

/** Writes a house of the given files and says what the check finds in it. */
function check(files: Record<string, string>): { passed: boolean; findings: string } {
  const house = mkdtempSync(join(tmpdir(), "selects-house-"));
  copyFileSync("tsconfig.json", join(house, "tsconfig.json"));
  copyFileSync("package.json", join(house, "package.json"));
  symlinkSync(resolve("node_modules"), join(house, "node_modules"));
  for (const [path, source] of Object.entries(files)) {
    mkdirSync(dirname(join(house, path)), { recursive: true });
    writeFileSync(join(house, path), source);
  }
  const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/import-table.mjs", house], { encoding: "utf8" });
  rmSync(house, { recursive: true, force: true });
  return { passed: status === 0, findings: stdout + stderr };
}

const SOUND = {
  "lib/domain/card.ts": `import { z } from "zod";\nexport const Card = z.object({});\nexport type Card = z.infer<typeof Card>;`,
  "lib/db/client.ts": `import type { Card } from "@/lib/domain/card";\nexport const db = (): Card => ({});`,
  "lib/services/read.ts": `import { db } from "@/lib/db/client";\nexport const read = () => db();`,
  "lib/api/router.ts": `import { read } from "@/lib/services/read";\nexport const router = { read };\nexport type Router = typeof router;`,
  "lib/client/rpc.ts": `import type { Router } from "@/lib/api/router";\nexport const rpc = {} as Router;`,
  "components/ui/button.tsx": `import { useState } from "react";\nexport const Button = () => <button type="button">{useState(0)[0]}</button>;`,
  "components/board/board.tsx": `import { Button } from "../ui/button";\nimport { rpc } from "@/lib/client/rpc";
export const Board = () => <Button key={String(rpc)} />;`,
  "app/page.tsx": `import { Board } from "@/components/board/board";\nexport default Board;`,
};

/** Each breach in files of its own, so that all of them can be planted in one house: what it is, its files, and what must be found. */
const BREACHES: [string, Record<string, string>, string][] = [
  [
    "a rule that imports a verb, though only its type",
    { "lib/domain/verb.ts": `import type { read } from "@/lib/services/read";\nexport type Verb = typeof read;` },
    "table: lib/domain/: lib/domain/verb.ts → lib/services/read.ts",
  ],
  [
    "a rule that reads the clock of the machine",
    { "lib/domain/clock.ts": `import { hrtime } from "node:process";\nexport const now = () => hrtime();` },
    "rules are pure: lib/domain/clock.ts → process",
  ],
  [
    "a component that imports the database",
    { "components/spend/spend.tsx": `import { db } from "@/lib/db/client";\nexport const Spend = () => <p>{String(db())}</p>;` },
    "table: components/: components/spend/spend.tsx → lib/db/client.ts",
  ],
  [
    "a component that reaches the database through the client",
    {
      "lib/client/leak.ts": `import { router } from "@/lib/api/router";\nexport const leak = router;`,
      "components/assets/assets.tsx": `import { leak } from "@/lib/client/leak";\nexport const Assets = () => <p>{String(leak)}</p>;`,
    },
    "the browser reaches nothing of the server: components/assets/assets.tsx → lib/db/client.ts",
  ],
  [
    "a client that imports the api as code",
    { "lib/client/code.ts": `import { router } from "@/lib/api/router";\nexport const code = router;` },
    "the browser takes the types of the api only: lib/client/code.ts → lib/api/router.ts",
  ],
  [
    "a surface that imports another surface",
    { "components/review/card.tsx": `import { Board } from "../board/board";\nexport const Review = () => <Board />;` },
    "a surface never imports another surface: components/review/card.tsx → components/board/board.tsx",
  ],
  [
    "a primitive that knows a noun",
    {
      "components/ui/badge.tsx": `import type { Card } from "@/lib/domain/card";\nexport const Badge = (card: Card) => <p>{String(card)}</p>;`,
    },
    "primitives know no noun of ours: components/ui/badge.tsx → lib/domain/card.ts",
  ],
  [
    "an adapter that imports another provider",
    {
      "lib/engines/one/adapter.ts": `export const one = 1;`,
      "lib/engines/two/adapter.ts": `import { one } from "../one/adapter";\nexport const two = one + 1;`,
    },
    "an adapter knows its own folder, the contract and http: lib/engines/two/adapter.ts → lib/engines/one/adapter.ts",
  ],
  [
    "a page that calls a job handler",
    {
      "lib/jobs/handlers/generate.ts": `import { read } from "@/lib/services/read";\nexport const generate = read;`,
      "app/queue/page.tsx": `import { generate } from "@/lib/jobs/handlers/generate";\nexport default generate;`,
    },
    "pages leave handlers and adapters alone: app/queue/page.tsx → lib/jobs/handlers/generate.ts",
  ],
  [
    "a cycle",
    {
      "lib/media/a.ts": `import { b } from "./b";\nexport const a = () => b();`,
      "lib/media/b.ts": `import { a } from "./a";\nexport const b = () => a();`,
    },
    "no cycles: lib/media/a.ts",
  ],
  [
    "a room that is not in the table",
    { "lib/helpers/a.ts": `import { db } from "@/lib/db/client";\nexport const a = db;` },
    "every room of lib has a row: lib/helpers/a.ts → lib/db/client.ts",
  ],
  ["a file nobody needs", { "lib/media/alone.ts": "export const alone = 1;" }, "no orphans: lib/media/alone.ts"],
];

test("a house that keeps the table passes", () => {
  expect(check(SOUND)).toMatchObject({ passed: true });
});

test("one planted breach is enough to fail", () => {
  const [, files, finding] = BREACHES[0] ?? [];
  const outcome = check({ ...SOUND, ...files });
  expect(outcome.findings).toContain(finding);
  expect(outcome.passed).toBe(false);
});

describe("a planted breach is found:", () => {
  let found = "";
  beforeAll(() => {
    const planted = Object.assign({}, ...BREACHES.map(([, files]) => files));
    found = check({ ...SOUND, ...planted }).findings;
  });

  test.each(BREACHES)("%s", (_name, _files, finding) => {
    expect(found).toContain(finding);
  });
});

import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { UploadResult } from "@/lib/domain/asset/upload";
import { bundle, bundleOf } from "@/scripts/setup/bundle.mjs";
import { freshDatabase, type TestDatabase } from "../../support/database";
import { noisePng } from "../../support/pictures";
import { type Person, person } from "../people";
import { rangeStart, send, ticketFor } from "./browser";

const SENDER = "tests/api/uploads/send-in-process.ts";

let database: TestDatabase;
let me: Person;

beforeAll(async () => {
  database = await freshDatabase();
  me = await person("operator");
  await bundle(process.cwd(), [SENDER]);
});

async function sendFromAnotherProcess(url: string, file: string): Promise<UploadResult> {
  const { stdout } = await promisify(execFile)(process.execPath, [bundleOf(SENDER), url, file], {
    env: { ...process.env, ...database.environment },
  });
  return UploadResult.parse(JSON.parse(stdout).serverData);
}

test("an upload announced here may be finished in two other processes at once, and is one asset", async () => {
  const bytes = await noisePng(300);
  const file = join(database.environment.SELECTS_DATA, "sent.png");
  writeFileSync(file, bytes);
  const { url } = await ticketFor(me, { name: "sent.png", size: bytes.length, type: "image/png" });
  await send(url, bytes, { cutAfter: 100_000 });
  const results = await Promise.all([sendFromAnotherProcess(url, file), sendFromAnotherProcess(url, file)]);
  const assets = await db().asset.findMany({ where: { workspaceId: me.workspaceId } });
  expect(assets).toHaveLength(1);
  expect(results.map((result) => result.kind === "stored" && result.asset.id)).toEqual([assets[0]?.id, assets[0]?.id]);
  expect(await rangeStart(url)).toBe(bytes.length);
}, 60_000);

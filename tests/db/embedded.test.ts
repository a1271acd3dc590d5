import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { answers, createDatabase, type EmbeddedPostgres, startEmbedded } from "@/lib/db/embedded";

let folder = "";
const servers: EmbeddedPostgres[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "selects-cluster-"));
  chmodSync(folder, 0o711);
});

afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function start(port?: number): Promise<EmbeddedPostgres> {
  const server = await startEmbedded(join(folder, "postgres"), port === undefined ? {} : { port });
  servers.push(server);
  return server;
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

function serverPid(server: EmbeddedPostgres): number {
  return Number(readFileSync(join(server.dataDir, "postmaster.pid"), "utf8").split("\n")[0]);
}

test("what is committed survives kill -9, on the same port", async () => {
  const first = await start();
  const url = await createDatabase(first.url, "kept");
  await query(url, "CREATE TABLE notes AS SELECT 'still here' AS note");
  process.kill(serverPid(first), "SIGKILL");
  await first.ended;
  const second = await start(first.port);
  expect(second.port).toBe(first.port);
  expect(await query(url, "SELECT note FROM notes")).toEqual([{ note: "still here" }]);
});

test("two starts at once give one server", async () => {
  const [a, b] = await Promise.all([start(), start()]);
  expect(a.port).toBe(b.port);
  expect([a.attached, b.attached].sort()).toEqual([false, true]);
});

test("stop ends the server, and stopping again is harmless", async () => {
  const server = await start();
  await server.stop();
  await server.stop();
  await server.ended;
  expect(await answers(server.url)).toBe(false);
});

test("a database may be asked for twice", async () => {
  const server = await start();
  const url = await createDatabase(server.url, "one");
  expect(await createDatabase(server.url, "one")).toBe(url);
  expect(await query(url, "SELECT current_database() AS name, upper('ä') AS letter")).toEqual([{ name: "one", letter: "Ä" }]);
});

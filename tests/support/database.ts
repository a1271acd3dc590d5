import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, inject } from "vitest";
import { disconnect } from "@/lib/db/client";
import { createDatabase } from "@/lib/db/embedded";
import { TEMPLATE } from "./database-server";

export interface TestDatabase {
  readonly url: string;
  /** What a process started by the test needs to work on the same database and folder. */
  readonly environment: {
    readonly DATABASE_URL: string;
    readonly SELECTS_DATA: string;
    readonly NEXTAUTH_SECRET: string;
    readonly SELECTS_ORIGIN: string;
  };
}

/**
 * A migrated, empty database and an empty data folder for this test file alone, removed after its last test. `db()` and `env()` lead to them
 * from here on: call it first, in `beforeAll`, and before anything asks for `env()`.
 */
export async function freshDatabase(): Promise<TestDatabase> {
  const clusterUrl = inject("clusterUrl");
  const name = `test_${randomBytes(6).toString("hex")}`;
  const url = await createDatabase(clusterUrl, name, TEMPLATE);
  const folder = mkdtempSync(join(tmpdir(), "selects-suite-"));
  const environment = {
    DATABASE_URL: url,
    SELECTS_DATA: folder,
    NEXTAUTH_SECRET: "a secret of the tests, long enough to be one",
    SELECTS_ORIGIN: "http://127.0.0.1:3000",
  };
  Object.assign(process.env, environment);
  afterAll(async () => {
    await disconnect();
    await drop(clusterUrl, name);
    rmSync(folder, { recursive: true, force: true });
  });
  return { url, environment };
}

async function drop(clusterUrl: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: clusterUrl });
  await client.connect();
  await client.query(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)} WITH (FORCE)`);
  await client.end();
}

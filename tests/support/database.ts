import { randomBytes } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import { inject } from "vitest";
import { createDatabase } from "@/lib/db/embedded";
import { TEMPLATE } from "./database-server";

export interface TestDatabase {
  readonly url: string;
  /** What a process started by the test needs to work on the same database and folder. */
  readonly environment: {
    readonly DATABASE_URL: string;
    readonly SELECTS_DATA: string;
    readonly NEXTAUTH_SECRET: string;
    readonly SELECTS_ENGINE_SECRETS: string;
    readonly SELECTS_ORIGIN: string;
  };
}

/**
 * A migrated, empty database and an empty data folder for this test file alone; they go when the run's cluster goes. `db()` and `env()` lead
 * to them from here on: call it first, in `beforeAll`, and before anything asks for `env()`.
 */
export async function freshDatabase(): Promise<TestDatabase> {
  const url = await createDatabase(inject("clusterUrl"), `test_${randomBytes(6).toString("hex")}`, TEMPLATE);
  const folder = mkdtempSync(join(inject("runFolder"), "suite-"));
  const environment = {
    DATABASE_URL: url,
    SELECTS_DATA: folder,
    NEXTAUTH_SECRET: "a secret of the tests, long enough to be one",
    SELECTS_ENGINE_SECRETS: "a sealing secret of the tests",
    SELECTS_ORIGIN: "http://127.0.0.1:3000",
  };
  Object.assign(process.env, environment);
  return { url, environment };
}

import { randomBytes } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import { inject } from "vitest";
import { disconnect } from "@/lib/db/client";
import { createDatabase } from "@/lib/db/embedded";
import { closeQueue } from "@/lib/jobs/queue";
import { closeNews } from "@/lib/services/event/news";
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
  await forgetDatabase();
  changeEnvironment(environment);
  return { url, environment };
}

/** As if the process had been started with these variables; whatever was made from others stays as it is. */
export function changeEnvironment(variables: Readonly<Record<string, string>>): void {
  Object.assign(process.env, variables);
  delete kept.selectsEnvironment;
}

const kept = globalThis as typeof globalThis & { selectsEnvironment?: unknown; selectsBlobs?: unknown };

/** Lets go of what the process holds of the file before: these rooms keep their modules from file to file. */
async function forgetDatabase(): Promise<void> {
  await Promise.all([closeQueue(), closeNews(), disconnect()]);
  delete kept.selectsBlobs;
}

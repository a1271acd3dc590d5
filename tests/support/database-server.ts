import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { createDatabase, type EmbeddedPostgres, startEmbedded } from "@/lib/db/embedded";
import { migrate } from "@/lib/db/migrate";
import { prepareQueues } from "@/lib/jobs/queue";

declare module "vitest" {
  interface ProvidedContext {
    /** Connection string of the run's own cluster, to its maintenance database. */
    clusterUrl: string;
    /** A folder that is removed at the end of the run. */
    runFolder: string;
  }
}

/** The database every suite's own is copied from: migrated once, then never connected to. */
export const TEMPLATE = "selects_template";

/** The data is thrown away, so nothing need survive a crash. */
const THROW_AWAY = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "300" };

interface Server {
  users: number;
  readonly folder: string;
  readonly started: Promise<EmbeddedPostgres>;
}

// Each project runs this file for itself in the one main process; they share one cluster.
const shared = globalThis as typeof globalThis & { selectsTestServer?: Server };

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  shared.selectsTestServer ??= startServer();
  const server = shared.selectsTestServer;
  server.users += 1;
  const cluster = await server.started;
  project.provide("clusterUrl", cluster.url);
  project.provide("runFolder", server.folder);
  return async () => {
    server.users -= 1;
    if (server.users > 0) return;
    delete shared.selectsTestServer;
    await cluster.stop();
    rmSync(server.folder, { recursive: true, force: true });
  };
}

function startServer(): Server {
  const folder = mkdtempSync(join(tmpdir(), "selects-test-"));
  // The server runs as another account when we are root.
  chmodSync(folder, 0o711);
  return { users: 0, folder, started: startMigrated(folder) };
}

async function startMigrated(folder: string): Promise<EmbeddedPostgres> {
  const cluster = await startEmbedded(join(folder, "postgres"), { settings: THROW_AWAY });
  try {
    const url = await createDatabase(cluster.url, TEMPLATE);
    await migrate(url, "prisma/migrations");
    await prepareQueues(url);
    return cluster;
  } catch (error) {
    // A server left running would keep the run from ending.
    await cluster.stop();
    throw error;
  }
}

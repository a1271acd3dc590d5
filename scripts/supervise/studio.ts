import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { claimPort } from "../setup/claims.mjs";
import type { step } from "../setup/steps.mjs";
import { type KeptDatabase, keepDatabase, ownDatabase } from "./database";
import type { StudioPlace } from "./place";
import { restartOnChange } from "./reload";
import { authSecret, engineSecrets } from "./secret";
import { type SupervisedService, supervise } from "./service";
import { webService } from "./web";
import { workerService } from "./worker";

export { requireDatabase } from "./database";

export interface Studio {
  /** Brings up database, worker and web, each as a step. Throws when one of them cannot be brought up; then call `stop`. */
  start(run: typeof step): Promise<{ link: string; isNew: boolean }>;
  /** Ends everything that was started, in the order in which nothing is lost: web and worker first, the database last. */
  stop(): Promise<void>;
}

/** A studio that is not started yet, so that it can be stopped at any moment. */
export function openStudio(place: StudioPlace): Studio {
  let database: KeptDatabase | undefined;
  const services: SupervisedService[] = [];
  let stopWatching = () => {};

  async function start(run: typeof step): Promise<{ link: string; isNew: boolean }> {
    // Loading takes as long as starting PostgreSQL, and need not wait for it.
    const loading = Promise.all([import("./tables"), import("./first-run")]);
    loading.catch(() => {});
    const given = process.env.DATABASE_URL;
    await run(given ? "Using your PostgreSQL" : "Starting PostgreSQL", async () => {
      database = given ? ownDatabase(given) : await keepDatabase(place.dataDir);
    });
    const environment = environmentOf(place, database?.url ?? "");
    // Our own modules read the same environment as the processes we start.
    Object.assign(process.env, environment);
    const [{ prepareTables }, { firstLink, letGo, makeSampleOnce }] = await loading;
    await run("Bringing tables up to date", () => prepareTables(environment.DATABASE_URL, join(place.root, "prisma/migrations")));
    // A build takes long enough for somebody else to take the port, who would then answer in the web's place.
    await claimPort(place.host, place.port);
    // Web and worker need the tables, not the sample: they come up while it is made.
    const serving = startServices({ ...process.env, ...environment });
    serving.catch(() => {});
    await run("Making a sample workspace", makeSampleOnce);
    await run("Starting web and worker", () => serving);
    const begin = await firstLink(place.origin);
    await letGo();
    return begin;
  }

  /** Settles when both serve. */
  async function startServices(variables: NodeJS.ProcessEnv): Promise<void> {
    const preload = pathToFileURL(join(place.root, "scripts/supervise/leave-with-parent.mjs")).href;
    const worker = supervise(workerService(place, variables, preload));
    services.push(supervise(webService(place, variables, preload)), worker);
    // Next's development server watches its own sources.
    if (place.isDevelopment) stopWatching = restartOnChange(worker, join(place.root, "lib"));
    await Promise.all(services.map(({ ready }) => ready));
  }

  return {
    start,
    async stop() {
      stopWatching();
      await Promise.all(services.map((service) => service.stop()));
      await database?.stop();
    },
  };
}

function environmentOf(place: StudioPlace, databaseUrl: string) {
  return {
    NODE_ENV: place.isDevelopment ? "development" : "production",
    DATABASE_URL: databaseUrl,
    SELECTS_DATA: place.dataDir,
    SELECTS_ORIGIN: place.origin,
    NEXTAUTH_URL: place.origin,
    NEXTAUTH_SECRET: authSecret(place.dataDir),
    SELECTS_ENGINE_SECRETS: engineSecrets(place.dataDir),
    NEXT_TELEMETRY_DISABLED: "1",
    PORT: String(place.port),
    /** Tells this start's web process from any other that answers on the port. */
    SELECTS_START: randomUUID(),
  } as const;
}

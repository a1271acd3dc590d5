import { join, resolve } from "node:path";
import { z } from "zod";

const text = z.string().trim().min(1);
const wholeNumber = (fallback: number) => z.coerce.number().int().min(1).default(fallback);

const Environment = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
  DATABASE_URL: text.optional(),
  DATABASE_POOL_SIZE: wholeNumber(10),
  SELECTS_DATA: text.default(".data"),
  SELECTS_ORIGIN: z.url().optional(),
  SELECTS_LOG: z.enum(["debug", "info", "warn", "error"]).default("info"),
  SELECTS_WORKER_CONCURRENCY: wholeNumber(8),
  SELECTS_START: z.string().default(""),
  NEXTAUTH_URL: z.url().optional(),
  NEXTAUTH_SECRET: text.optional(),
  SELECTS_ENGINE_SECRETS: text.optional(),
  SELECTS_ENGINE_HOSTS: text.optional(),
  SELECTS_WEBHOOKS_TO: z.enum(["public", "anywhere"]).default("public"),
  UPLOADTHING_TOKEN: text.optional(),
  SELECTS_SIGNING_CERTIFICATE: text.optional(),
  SELECTS_SIGNING_KEY: text.optional(),
  SELECTS_SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  SELECTS_MAIL_FROM: text.optional(),
  SELECTS_SMTP_CA: text.optional(),
  SELECTS_METRICS_TOKEN: text.min(16).optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url().optional(),
  PORT: wholeNumber(3000),
});

/** What the machine tells us. Secrets are functions: asking for one that is missing fails, merely starting does not. */
export interface Env {
  readonly mode: "development" | "production" | "test";
  /** Folder of everything the studio keeps outside the database. Absolute. */
  readonly dataDir: string;
  /** Folder of the local blob store. Absolute. */
  readonly blobDir: string;
  /** The one canonical address of the studio, without a trailing slash; localhost and 127.0.0.1 are different origins. */
  readonly origin: string;
  readonly port: number;
  /** Most connections one process opens through Prisma. */
  readonly databasePoolSize: number;
  /** Runs one worker process follows at once. Most of them only wait for an engine; the embedded one limits itself by its threads. */
  readonly workerConcurrency: number;
  /** Which start of the studio this process belongs to; empty when nobody supervises it. */
  readonly start: string;
  /** Connection string of PostgreSQL. Throws when it is not set. */
  databaseUrl(): string;
  /** The key that signs sessions. Throws when it is not set. */
  authSecret(): string;
  /** Keys that seal the engines' keys in the database, the newest first. Throws when none is set. */
  engineSecrets(): readonly string[];
  /** Hosts that connections to engines may name besides the providers' own, as they were written; undefined: nothing is bounded. */
  readonly engineHosts: readonly string[] | undefined;
  /** Whether webhooks may go to addresses that are not public: the machine's own network. */
  readonly mayWebhooksGoAnywhere: boolean;
  /**
   * Server that takes e-mail and who it is from; without one none is sent. The address may hold a password. `authority`: file of the
   * certificate that vouches for the server, absolute; none: it is vouched for as every server in the world is.
   */
  mail(): { readonly server: string; readonly from: string; readonly authority?: string } | undefined;
  /** Token of the hosted upload service; without one the embedded ingest answers. */
  uploadThingToken(): string | undefined;
  /** What whoever reads /api/metrics must say; without one there is nothing to read. */
  metricsToken(): string | undefined;
  /** Files of the certificate and key that sign what is published, absolute; none: the studio makes its own. */
  readonly signing: { readonly certificate: string; readonly key: string } | undefined;
  /** Where traces and metrics are sent (OTLP), without a trailing slash; none: nothing is. */
  readonly collector: string | undefined;
  /** Lines below this level are not written. */
  readonly logLevel: "debug" | "info" | "warn" | "error";
}

// Next loads a module once per bundle; what the machine says is read once per process.
const shared = globalThis as typeof globalThis & { selectsEnvironment?: Env };

/** The validated environment, read on first use: a module that imports this may be loaded by a build without any of it set. */
export function env(): Env {
  shared.selectsEnvironment ??= readEnv(process.env);
  return shared.selectsEnvironment;
}

/** Validates a set of variables. Empty ones count as not set. Throws naming the variables that are wrong, never their values. */
export function readEnv(variables: Readonly<Record<string, string | undefined>>): Env {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined && value !== ""));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => `${issue.path.join(".")} (${issue.message})`);
    throw new Error(`These environment variables are wrong: ${wrong.join(", ")}.`);
  }
  const set = parsed.data;
  // The comment keeps the bundler from taking the whole working folder for something the pages need.
  const dataDir = resolve(/* turbopackIgnore: true */ process.cwd(), set.SELECTS_DATA);
  return {
    mode: set.NODE_ENV,
    dataDir,
    blobDir: join(dataDir, "blobs"),
    origin: new URL(set.SELECTS_ORIGIN ?? set.NEXTAUTH_URL ?? `http://127.0.0.1:${set.PORT}`).origin,
    port: set.PORT,
    databasePoolSize: set.DATABASE_POOL_SIZE,
    workerConcurrency: set.SELECTS_WORKER_CONCURRENCY,
    start: set.SELECTS_START,
    databaseUrl: () => required("DATABASE_URL", set.DATABASE_URL),
    authSecret: () => required("NEXTAUTH_SECRET", set.NEXTAUTH_SECRET),
    engineSecrets: () =>
      required("SELECTS_ENGINE_SECRETS", set.SELECTS_ENGINE_SECRETS)
        .split(",")
        .map((secret) => secret.trim())
        .filter(Boolean),
    engineHosts: set.SELECTS_ENGINE_HOSTS?.split(",")
      .map((host) => host.trim())
      .filter(Boolean),
    mayWebhooksGoAnywhere: set.SELECTS_WEBHOOKS_TO === "anywhere",
    mail: () => mailOf(set),
    uploadThingToken: () => set.UPLOADTHING_TOKEN,
    metricsToken: () => set.SELECTS_METRICS_TOKEN,
    signing: signingFiles(set),
    collector: set.OTEL_EXPORTER_OTLP_ENDPOINT?.replace(/\/+$/, ""),
    logLevel: set.SELECTS_LOG,
  };
}

function mailOf(set: z.infer<typeof Environment>): ReturnType<Env["mail"]> {
  const { SELECTS_SMTP_URL: server, SELECTS_MAIL_FROM: from, SELECTS_SMTP_CA: authority } = set;
  if (server === undefined && from === undefined) return undefined;
  if (server === undefined || from === undefined) throw new Error("SELECTS_SMTP_URL and SELECTS_MAIL_FROM are set together or not at all.");
  return { server, from, ...(authority === undefined ? {} : { authority: absolute(authority) }) };
}

function signingFiles(set: z.infer<typeof Environment>): Env["signing"] {
  const { SELECTS_SIGNING_CERTIFICATE: certificate, SELECTS_SIGNING_KEY: key } = set;
  if (certificate === undefined && key === undefined) return undefined;
  if (certificate === undefined || key === undefined)
    throw new Error("SELECTS_SIGNING_CERTIFICATE and SELECTS_SIGNING_KEY are set together or not at all.");
  return { certificate: absolute(certificate), key: absolute(key) };
}

const absolute = (file: string) => resolve(/* turbopackIgnore: true */ process.cwd(), file);

function required(name: string, value: string | undefined): string {
  if (value === undefined) throw new Error(`${name} is not set; \`npm start\` sets it for the processes it starts.`);
  return value;
}

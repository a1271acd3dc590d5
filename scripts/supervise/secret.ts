import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The key that signs sessions: the operator's, or one made on the first start and kept for this user alone. */
export function authSecret(dataDir: string): string {
  return process.env.NEXTAUTH_SECRET || keptSecret(join(dataDir, "secret"));
}

/** The keys that seal engines' keys, likewise. */
export function engineSecrets(dataDir: string): string {
  return process.env.SELECTS_ENGINE_SECRETS || keptSecret(join(dataDir, "engine-secrets"));
}

/** The same where a start has made them, for whoever only looks: nothing is made. */
export function madeEngineSecrets(dataDir: string): string | undefined {
  const file = join(dataDir, "engine-secrets");
  return process.env.SELECTS_ENGINE_SECRETS || (existsSync(file) ? readFileSync(file, "utf8").trim() : undefined);
}

function keptSecret(file: string): string {
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString("base64url"), { mode: 0o600, flag: "wx" });
  return readFileSync(file, "utf8").trim();
}

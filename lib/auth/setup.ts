import { randomBytes, timingSafeEqual } from "node:crypto";
import { link, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { db } from "@/lib/db/client";
import { secretHash } from "@/lib/domain/access/secret-hash";
import { env } from "@/lib/env";

const tokenFile = () => join(env().dataDir, "setup-token");

/** Whether anybody has an account: from then on, set-up is closed for good. */
export async function isSetUp(): Promise<boolean> {
  return (await db().user.findFirst({ select: { id: true } })) !== null;
}

/**
 * The one-time token that opens `/setup?token=…`, made on first use and kept in `<dataDir>/setup-token` (mode 0600)
 * until it is used; any number of processes may ask at once and get the same one. Null once the studio is set up.
 */
export async function ensureSetupToken(): Promise<string | null> {
  if (await isSetUp()) {
    await forgetSetupToken();
    return null;
  }
  const existing = await storedToken();
  if (existing) return existing;
  await mkdir(env().dataDir, { recursive: true });
  const draft = `${tokenFile()}.${randomBytes(6).toString("hex")}`;
  await writeFile(draft, randomBytes(24).toString("base64url"), { mode: 0o600, flag: "wx" });
  try {
    // A link appears whole or not at all, and never replaces another process's token.
    await link(draft, tokenFile());
  } catch (error) {
    if (!isCode(error, "EEXIST")) throw error;
  } finally {
    await rm(draft, { force: true });
  }
  return storedToken();
}

/** Whether this is the token of this studio's set-up, compared in constant time. */
export async function isSetupToken(given: string): Promise<boolean> {
  const stored = await storedToken();
  if (!stored) return false;
  const [a, b] = await Promise.all([secretHash(stored), secretHash(given)]);
  return timingSafeEqual(Buffer.from(a), Buffer.from(b));
}

/** Removes the file; the database is what keeps set-up closed. */
export async function forgetSetupToken(): Promise<void> {
  await rm(tokenFile(), { force: true });
}

async function storedToken(): Promise<string | null> {
  try {
    return (await readFile(tokenFile(), "utf8")).trim() || null;
  } catch (error) {
    if (isCode(error, "ENOENT")) return null;
    throw error;
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}

import { ensureSetupToken } from "@/lib/auth/setup";
import { db, disconnect } from "@/lib/db/client";
import { createSample } from "@/prisma/sample";

/** Makes the sample workspace when there is none at all. Returns what was done, for the step's line. */
export async function makeSampleOnce(): Promise<string | undefined> {
  if ((await db().workspace.count()) > 0) return "already there";
  await createSample();
  return undefined;
}

/** Where to begin: the one-time link until somebody has an account, then the studio itself. */
export async function firstLink(origin: string): Promise<{ link: string; isNew: boolean }> {
  const token = await ensureSetupToken();
  return token ? { isNew: true, link: `${origin}/setup?token=${token}` } : { isNew: false, link: origin };
}

/** Closes the supervisor's own connections: once the studio runs, it needs none. */
export async function letGo(): Promise<void> {
  await disconnect();
}

import { db, disconnect } from "@/lib/db/client";
import { createSample } from "@/prisma/sample";

/** Makes the sample workspace when there is none at all. Returns what was done, for the step's line. */
export async function makeSampleOnce(): Promise<string | undefined> {
  if ((await db().workspace.count()) > 0) return "already there";
  await createSample();
  return undefined;
}

/** Whether nobody can sign in yet. Leaves no connection open: the supervisor needs none from here on. */
export async function isUnclaimed(): Promise<boolean> {
  const users = await db().user.count();
  await disconnect();
  return users === 0;
}

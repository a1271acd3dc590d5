import { db } from "@/lib/db/client";

/** Since when the studio counts: its first workspace, or now when there is none. A total counted from there never begins anew. */
export async function startOfCounting(now = new Date()): Promise<Date> {
  const { _min } = await db().workspace.aggregate({ _min: { createdAt: true } });
  return _min.createdAt ?? now;
}

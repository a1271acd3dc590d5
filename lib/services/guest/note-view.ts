import type { Database } from "@/lib/db/client";
import { SEEN_RESOLUTION_MS } from "@/lib/domain/access/session";

/** Keeps that a guest looked at an attempt or took it, for the view log: one time a minute, however many requests that was. */
export async function noteView(
  db: Database,
  guestId: string,
  attemptId: string,
  now: Date,
  act: "seen" | "downloaded" = "seen",
): Promise<void> {
  const earlier = new Date(now.getTime() - SEEN_RESOLUTION_MS);
  await db.$executeRaw`
    INSERT INTO "GuestView" ("guestId", "attemptId", "act", "firstAt", "lastAt")
    VALUES (${guestId}::uuid, ${attemptId}::uuid, ${act}, ${now}, ${now})
    ON CONFLICT ("guestId", "attemptId", "act")
    DO UPDATE SET "times" = "GuestView"."times" + 1, "lastAt" = EXCLUDED."lastAt" WHERE "GuestView"."lastAt" < ${earlier}`;
  await db.$executeRaw`UPDATE "Guest" SET "lastSeenAt" = ${now} WHERE "id" = ${guestId}::uuid AND "lastSeenAt" < ${earlier}`;
}

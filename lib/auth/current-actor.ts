import { cookies } from "next/headers";
import { cache } from "react";
import type { PersonActor } from "@/lib/domain/access/actor";
import { actorOfSession } from "./session";
import { readSessionCookie, sessionCookieName } from "./session-cookie";

/** Who looks at this page, for server components; asked once per render. Null when nobody is signed in. */
export const currentActor = cache(async (): Promise<PersonActor | null> => {
  const jar = await cookies();
  const sessionId = await readSessionCookie(jar.get(sessionCookieName())?.value);
  return sessionId ? actorOfSession(sessionId) : null;
});

import type { PersonActor } from "@/lib/domain/access/actor";
import { AppError } from "@/lib/domain/errors";
import { actorOfApiKey } from "./api-key";
import { checkOrigin } from "./origin";
import { actorOfSession } from "./session";
import { readSessionCookie, sessionCookieName } from "./session-cookie";

/**
 * Who makes this request. With an `Authorization` header only the API key counts, even beside a valid cookie; without
 * one the session cookie does, and a write must come from the studio's own pages ({@link checkOrigin}).
 * @throws AppError UNAUTHENTICATED or FORBIDDEN, with a sentence to show
 */
export async function requireActor(request: Pick<Request, "method" | "headers">): Promise<PersonActor> {
  const authorization = request.headers.get("authorization");
  if (authorization !== null) return actorOfApiKey(authorization);
  checkOrigin(request);
  const sessionId = await readSessionCookie(cookieOf(request.headers, sessionCookieName()));
  const actor = sessionId ? await actorOfSession(sessionId) : null;
  if (!actor) throw new AppError("UNAUTHENTICATED", "Please sign in.");
  return actor;
}

function cookieOf(headers: Headers, name: string): string | undefined {
  const pairs = (headers.get("cookie") ?? "").split(";").map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}

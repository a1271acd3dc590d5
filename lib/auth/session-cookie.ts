import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import { SESSION_LIFE_SECONDS } from "@/lib/domain/access/session";
import { env } from "@/lib/env";

/** All the cookie carries, encrypted by next-auth: which session. Everything else is read from the database. */
const SessionToken = z.object({ sessionId: z.uuid() });

/** Browsers refuse secure cookies over plain http, where the embedded studio lives. */
export function usesSecureCookies(): boolean {
  return env().origin.startsWith("https:");
}

export function sessionCookieName(): string {
  return `${usesSecureCookies() ? "__Secure-" : ""}next-auth.session-token`;
}

/** The cookie next-auth itself would set, for doors that sign somebody in without its form (set-up, invitation). */
export async function sessionCookie(sessionId: string) {
  const value = await encode({ token: { sessionId }, secret: env().authSecret(), maxAge: SESSION_LIFE_SECONDS });
  return cookie(value, SESSION_LIFE_SECONDS);
}

/** Set in its place, this makes the browser forget the session; a secure cookie is only replaced by a secure one. */
export function noSessionCookie() {
  return cookie("", 0);
}

function cookie(value: string, maxAge: number) {
  return { name: sessionCookieName(), value, httpOnly: true, sameSite: "lax", secure: usesSecureCookies(), path: "/", maxAge } as const;
}

/** The session a cookie's value names; null when it is missing, forged, expired or not ours. */
export async function readSessionCookie(value: string | undefined): Promise<string | null> {
  if (!value) return null;
  const token = await decode({ token: value, secret: env().authSecret() }).catch(() => null);
  const parsed = SessionToken.safeParse(token);
  return parsed.success ? parsed.data.sessionId : null;
}

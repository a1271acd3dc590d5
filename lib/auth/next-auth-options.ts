import type { AuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { SESSION_LIFE_SECONDS } from "@/lib/domain/access/session";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { authenticate } from "./authenticate";
import { actorOfSession, endSession, openSession } from "./session";
import { usesSecureCookies } from "./session-cookie";

declare module "next-auth/jwt" {
  interface JWT {
    /** The row that keeps this browser signed in. */
    sessionId?: string;
  }
}

/**
 * next-auth for one request: e-mail and password in, an encrypted cookie naming a session row out. Its own pages are
 * ours; a failure of any kind leads back to /signin with a code in `error`.
 */
export function nextAuthOptions(userAgent: string): AuthOptions {
  return {
    secret: env().authSecret(),
    session: { strategy: "jwt", maxAge: SESSION_LIFE_SECONDS },
    useSecureCookies: usesSecureCookies(),
    // "ready" tells the page that the anti-forgery cookie is set, so a browser without cookies is not sent in circles.
    pages: { signIn: "/signin?ready=1", error: "/signin?ready=1", signOut: "/signin" },
    providers: [
      Credentials({
        credentials: { email: { type: "email" }, password: { type: "password" } },
        authorize: (given) => (given ? authenticate(given.email, given.password) : null),
      }),
    ],
    callbacks: {
      async jwt({ token, user }) {
        if (user) return { sessionId: await openSession(user.id, userAgent) };
        // Throwing makes next-auth answer "nobody" and clear the cookie.
        if (!token.sessionId || !(await actorOfSession(token.sessionId))) throw new Error("This session has ended.");
        return { sessionId: token.sessionId };
      },
      // The screen learns who it is from our own verbs; nobody's name belongs in a cookie's answer.
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: {
      async signOut({ token }) {
        if (token.sessionId) await endSession(token.sessionId);
      },
    },
    logger: {
      error(code, metadata) {
        // An ended session is everyday business, not an error.
        if (code !== "JWT_SESSION_ERROR") log.error("auth", code, {}, metadata);
      },
      warn: (code) => log.warn("auth", code),
      debug() {},
    },
  };
}

import { cookies } from "next/headers";
import { checkOrigin } from "@/lib/auth/origin";
import { endSession } from "@/lib/auth/session";
import { noSessionCookie, readSessionCookie, sessionCookieName } from "@/lib/auth/session-cookie";
import { AppError } from "@/lib/domain/errors";

/** Ends this browser's session and leads to sign-in: `<form method="post" action="/signout">`, no script needed. */
export async function POST(request: Request): Promise<Response> {
  try {
    checkOrigin(request);
  } catch (error) {
    if (error instanceof AppError) return new Response(error.message, { status: 403 });
    throw error;
  }
  const jar = await cookies();
  const sessionId = await readSessionCookie(jar.get(sessionCookieName())?.value);
  if (sessionId) await endSession(sessionId);
  jar.set(noSessionCookie());
  return new Response(null, { status: 303, headers: { Location: "/signin" } });
}

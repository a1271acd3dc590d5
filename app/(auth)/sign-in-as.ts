import { cookies } from "next/headers";
import { openSession } from "@/lib/auth/session";
import { sessionCookie } from "@/lib/auth/session-cookie";

/** Signs this browser in as somebody who has just proved who they are, at a door without next-auth's form. */
export async function signInAs(userId: string, sent: Pick<Headers, "get">): Promise<void> {
  const jar = await cookies();
  jar.set(await sessionCookie(await openSession(userId, sent.get("user-agent") ?? "")));
}

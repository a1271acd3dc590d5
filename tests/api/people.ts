import { randomBytes, randomUUID } from "node:crypto";
import { openSession } from "@/lib/auth/session";
import { sessionCookie } from "@/lib/auth/session-cookie";
import { db } from "@/lib/db/client";
import type { PersonActor } from "@/lib/domain/access/actor";
import { writeApiKey } from "@/lib/domain/access/api-key";
import { type Role, SCOPES, type Scope } from "@/lib/domain/access/policy";
import { secretHash } from "@/lib/domain/access/secret-hash";
import { env } from "@/lib/env";

/** Somebody in a workspace of their own, with everything it takes to knock at a door. */
export interface Person {
  readonly workspaceId: string;
  readonly memberId: string;
  readonly userId: string;
  readonly sessionId: string;
  /** Headers of a signed-in browser. */
  readonly browser: Readonly<Record<string, string>>;
}

export async function person(role: Role = "admin", workspaceId?: string): Promise<Person> {
  const name = randomUUID();
  const workspace = workspaceId ? { id: workspaceId } : await db().workspace.create({ data: { name, slug: name } });
  const user = await db().user.create({ data: { name, email: `${name}@example.com` } });
  const member = await db().member.create({ data: { workspaceId: workspace.id, userId: user.id, displayName: name, role } });
  const sessionId = await openSession(user.id, "a test");
  const cookie = await sessionCookie(sessionId);
  const browser = { cookie: `${cookie.name}=${cookie.value}`, origin: env().origin };
  return { workspaceId: workspace.id, memberId: member.id, userId: user.id, sessionId, browser };
}

/** The operator behind those headers, as a verb takes them. */
export const actorOf = ({ workspaceId, memberId, userId }: Person): PersonActor => ({
  kind: "member",
  workspaceId,
  memberId,
  userId,
  role: "operator",
});

/** Headers of a program with an API key of this person. */
export async function programOf(person: Person, scopes: readonly Scope[] = SCOPES): Promise<Readonly<Record<string, string>>> {
  const publicId = randomBytes(8).toString("hex");
  const secret = randomBytes(32).toString("base64url");
  const { workspaceId, memberId } = person;
  await db().apiKey.create({
    data: { workspaceId, memberId, name: "a test", publicId, secretHash: await secretHash(secret), scopes: [...scopes] },
  });
  return { authorization: `Bearer ${writeApiKey({ publicId, secret })}` };
}

/** A request as it arrives at a door. */
export function ask(method: string, path: string, headers: Readonly<Record<string, string>>, body?: unknown): Request {
  return new Request(new URL(path, env().origin), {
    method,
    headers: body === undefined ? headers : { "content-type": "application/json", ...headers },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
}

import { randomBytes } from "node:crypto";
import { hashPassword } from "@/lib/auth/password";
import { openSession } from "@/lib/auth/session";
import { sessionCookie } from "@/lib/auth/session-cookie";
import { db } from "@/lib/db/client";
import type { Actor } from "@/lib/domain/access/actor";
import type { Role } from "@/lib/domain/access/policy";

export const PASSWORD = "correct horse battery";
const passwordHash = hashPassword(PASSWORD);

export type SignedIn = Extract<Actor, { kind: "member" }>;

export async function aWorkspace(): Promise<string> {
  const workspace = await db().workspace.create({ data: { name: "Test studio", slug: randomBytes(6).toString("hex") } });
  return workspace.id;
}

/** Somebody with an account and a seat. */
export async function aPerson(workspaceId: string, role: Role): Promise<SignedIn & { email: string }> {
  const email = `${randomBytes(6).toString("hex")}@example.test`;
  const user = await db().user.create({ data: { email, name: role, passwordHash: await passwordHash } });
  const member = await db().member.create({ data: { workspaceId, userId: user.id, displayName: role, role } });
  return { kind: "member", workspaceId, memberId: member.id, userId: user.id, role, email };
}

/** A seat nobody sits in. */
export async function aSeat(workspaceId: string, role: Role): Promise<string> {
  const member = await db().member.create({ data: { workspaceId, displayName: `Waiting ${role}`, role } });
  return member.id;
}

/** A request as that person's browser sends it. */
export async function fromBrowser(
  person: { userId: string },
  init: { method?: string; headers?: Record<string, string> } = {},
): Promise<{ request: Request; sessionId: string }> {
  const sessionId = await openSession(person.userId, "Test browser");
  const cookie = await sessionCookie(sessionId);
  const headers = { cookie: `theme=dark; ${cookie.name}=${cookie.value}`, ...init.headers };
  return { request: new Request("http://127.0.0.1:3000/rpc", { method: init.method ?? "GET", headers }), sessionId };
}

/** How many of many parallel attempts came through, and the sentences of those that did not. */
export async function race(times: number, act: (turn: number) => Promise<unknown>): Promise<{ won: number; refusals: string[] }> {
  const results = await Promise.allSettled(Array.from({ length: times }, (_, turn) => act(turn)));
  const refusals = results.flatMap((result) => (result.status === "rejected" ? [String(result.reason.message)] : []));
  return { won: times - refusals.length, refusals };
}

import { beforeAll, describe, expect, it } from "vitest";
import { requireActor } from "@/lib/auth/require-actor";
import { actorOfSession, openSession } from "@/lib/auth/session";
import { readSessionCookie, sessionCookie } from "@/lib/auth/session-cookie";
import { db } from "@/lib/db/client";
import { changeRole } from "@/lib/services/member/change-role";
import { listSessions } from "@/lib/services/member/list-sessions";
import { removeMember } from "@/lib/services/member/remove-member";
import { revokeAllSessions } from "@/lib/services/member/revoke-all-sessions";
import { revokeSession } from "@/lib/services/member/revoke-session";
import { freshDatabase } from "../../support/database";
import { aPerson, aWorkspace, fromBrowser, type SignedIn } from "../member/people";

let workspaceId: string;
let admin: SignedIn;
beforeAll(async () => {
  await freshDatabase();
  workspaceId = await aWorkspace();
  admin = await aPerson(workspaceId, "admin");
});

const NOBODY = { code: "UNAUTHENTICATED", message: "Please sign in." };

describe("a session", () => {
  it("names its member, with the role of this moment", async () => {
    const person = await aPerson(workspaceId, "operator");
    const { request, sessionId } = await fromBrowser(person);
    const { email: _, ...expected } = person;
    expect(await requireActor(request)).toEqual({ ...expected, sessionId });
    await changeRole(admin, { memberId: person.memberId, role: "lead" });
    expect(await requireActor(request)).toMatchObject({ role: "lead" });
  });

  it("ends at the next request when it is revoked, by oneself or by an admin", async () => {
    const person = await aPerson(workspaceId, "operator");
    const first = await fromBrowser(person);
    const second = await fromBrowser(person);
    await revokeSession({ ...person, sessionId: second.sessionId }, { sessionId: first.sessionId });
    await expect(requireActor(first.request)).rejects.toMatchObject(NOBODY);
    expect(await requireActor(second.request)).toMatchObject({ memberId: person.memberId });
    await revokeSession(admin, { sessionId: second.sessionId });
    await expect(requireActor(second.request)).rejects.toMatchObject(NOBODY);
    await expect(revokeSession(admin, { sessionId: second.sessionId })).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("of somebody else is no business of an operator, nor of another workspace's admin", async () => {
    const person = await aPerson(workspaceId, "reviewer");
    const { sessionId, request } = await fromBrowser(person);
    const operator = await aPerson(workspaceId, "operator");
    const stranger = await aPerson(await aWorkspace(), "admin");
    await expect(revokeSession(operator, { sessionId })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(revokeAllSessions(operator, { memberId: person.memberId })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(listSessions(operator, { memberId: person.memberId })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(revokeSession(stranger, { sessionId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(revokeAllSessions(stranger, { memberId: person.memberId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await requireActor(request)).toMatchObject({ memberId: person.memberId });
  });

  it("stays when a person signs out everywhere else, and goes when an admin signs them out", async () => {
    const person = await aPerson(workspaceId, "operator");
    const here = await fromBrowser(person);
    const elsewhere = await fromBrowser(person);
    const me = { ...person, sessionId: here.sessionId };
    expect((await listSessions(me, {})).items).toMatchObject([{ current: false }, { id: here.sessionId, current: true }]);
    expect(await revokeAllSessions(me, {})).toEqual({ revoked: 1 });
    await expect(requireActor(elsewhere.request)).rejects.toMatchObject(NOBODY);
    expect(await requireActor(here.request)).toMatchObject({ sessionId: here.sessionId });
    expect(await revokeAllSessions(admin, { memberId: person.memberId })).toEqual({ revoked: 1 });
    await expect(requireActor(here.request)).rejects.toMatchObject(NOBODY);
  });

  it("ends for a removed member and for a disabled account", async () => {
    const removed = await aPerson(workspaceId, "operator");
    const { request } = await fromBrowser(removed);
    await removeMember(admin, { memberId: removed.memberId });
    await expect(requireActor(request)).rejects.toMatchObject(NOBODY);
    const disabled = await aPerson(workspaceId, "operator");
    const other = await fromBrowser(disabled);
    await db().user.update({ where: { id: disabled.userId }, data: { disabledAt: new Date() } });
    await expect(requireActor(other.request)).rejects.toMatchObject(NOBODY);
  });

  it("lasts two weeks from signing in, and its sighting is written once a minute", async () => {
    const person = await aPerson(workspaceId, "operator");
    const start = new Date("2026-01-01T00:00:00Z");
    const later = (seconds: number) => new Date(start.getTime() + seconds * 1000);
    const sessionId = await openSession(person.userId, "Test browser", start);
    const lastSeen = async () => (await db().session.findUniqueOrThrow({ where: { id: sessionId } })).lastSeenAt;
    await actorOfSession(sessionId, later(59));
    expect(await lastSeen()).toEqual(start);
    await actorOfSession(sessionId, later(61));
    expect(await lastSeen()).toEqual(later(61));
    expect(await actorOfSession(sessionId, later(14 * 86_400 - 1))).not.toBeNull();
    expect(await actorOfSession(sessionId, later(14 * 86_400))).toBeNull();
  });

  it("is not made by a forged, changed or foreign cookie", async () => {
    const person = await aPerson(workspaceId, "operator");
    const cookie = await sessionCookie(await openSession(person.userId, "Test browser"));
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: "lax", secure: false, path: "/" });
    expect(await readSessionCookie(cookie.value)).not.toBeNull();
    for (const value of [undefined, "", "nonsense", `${cookie.value.slice(0, -2)}xx`, cookie.value.slice(10)])
      expect(await readSessionCookie(value)).toBeNull();
    await expect(requireActor(new Request("http://127.0.0.1:3000/rpc"))).rejects.toMatchObject(NOBODY);
  });
});

import { beforeAll, describe, expect, it } from "vitest";
import { authenticate, checkPresentPassword } from "@/lib/auth/authenticate";
import { hashPassword } from "@/lib/auth/password";
import { findPasswordReset } from "@/lib/auth/password-reset";
import { actorOfSession, openSession } from "@/lib/auth/session";
import { db } from "@/lib/db/client";
import type { Actor } from "@/lib/domain/access/actor";
import { changePassword } from "@/lib/services/member/change-password";
import { changeRole } from "@/lib/services/member/change-role";
import { makeResetLink } from "@/lib/services/member/make-reset-link";
import { redeemResetLink } from "@/lib/services/member/redeem-reset-link";
import { removeMember } from "@/lib/services/member/remove-member";
import { freshDatabase } from "../../support/database";
import { aPerson, aSeat, aWorkspace, PASSWORD, race, type SignedIn } from "./people";

const NEW_PASSWORD = "a new horse in an old stable";

let workspaceId: string;
let admin: SignedIn;
let studio: Actor;
let newHash: string;
beforeAll(async () => {
  await freshDatabase();
  workspaceId = await aWorkspace();
  admin = await aPerson(workspaceId, "admin");
  studio = { kind: "system", workspaceId };
  newHash = await hashPassword(NEW_PASSWORD);
});

const tokenOf = (link: { path: string }) => link.path.replace("/reset/", "");
const redeem = (passwordResetId: string, passwordHash = newHash) => redeemResetLink(studio, { passwordResetId, passwordHash });
const asKey = ({ kind: _, ...ids }: SignedIn): Actor => ({ ...ids, kind: "key", apiKeyId: ids.memberId, scopes: ["manage"] });
const trailOf = (verb: string, subjectId: string) => db().auditEvent.findMany({ where: { verb, subjectId } });

async function presentHash(person: SignedIn): Promise<string> {
  const hash = await checkPresentPassword(person.userId, PASSWORD);
  if (hash === null) throw new Error("The present password did not match.");
  return hash;
}

describe("changing one's own password", () => {
  it("signs out every other browser, keeps this one, closes an open password link and is in the trail without the password", async () => {
    const person = await aPerson(workspaceId, "operator");
    const here = await openSession(person.userId, "Here");
    const elsewhere = await openSession(person.userId, "Elsewhere");
    const link = await makeResetLink(admin, { memberId: person.memberId });
    const me: Actor = { ...person, sessionId: here };
    expect(await changePassword(me, { presentHash: await presentHash(person), passwordHash: newHash })).toMatchObject({ sessionsEnded: 1 });
    expect(await actorOfSession(here)).toMatchObject({ memberId: person.memberId });
    expect(await actorOfSession(elsewhere)).toBeNull();
    expect(await findPasswordReset(tokenOf(link))).toMatchObject({ state: "revoked" });
    expect(await authenticate(person.email, PASSWORD)).toBeNull();
    expect(await authenticate(person.email, NEW_PASSWORD)).toMatchObject({ id: person.userId });
    const trail = await trailOf("member.change-password", person.memberId);
    expect(trail).toMatchObject([{ memberId: person.memberId, details: { sessionsEnded: 1, linksEnded: 1 } }]);
    expect(JSON.stringify(trail)).not.toContain("argon2");
  });

  it("names the password it replaces: of two changes at once one counts", async () => {
    const person = await aPerson(workspaceId, "reviewer");
    const before = await presentHash(person);
    const hashes = [newHash, await hashPassword("yet another password")];
    const { won, refusals } = await race(2, (turn) => changePassword(person, { presentHash: before, passwordHash: hashes[turn] ?? "" }));
    expect(won).toBe(1);
    expect(refusals).toEqual([expect.stringContaining("changed elsewhere a moment ago")]);
  });

  it("is nothing for an API key", async () => {
    const person = await aPerson(workspaceId, "admin");
    const change = { presentHash: await presentHash(person), passwordHash: newHash };
    await expect(changePassword(asKey(person), change)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("a password link", () => {
  it("sets the password once, ends the lock-out and every session, and is in the trail as made and as used", async () => {
    const person = await aPerson(workspaceId, "operator");
    const session = await openSession(person.userId, "Anywhere");
    await db().user.update({ where: { id: person.userId }, data: { failedSignIns: 9, lockedUntil: new Date(Date.now() + 900_000) } });
    const link = await makeResetLink(admin, { memberId: person.memberId });
    const found = await findPasswordReset(tokenOf(link));
    expect(found).toMatchObject({ id: link.passwordResetId, email: person.email, workspaceName: "Test studio", state: "open" });
    expect(await actorOfSession(session)).not.toBeNull();
    expect(await redeem(link.passwordResetId)).toEqual({ userId: person.userId, memberId: person.memberId });
    expect(await actorOfSession(session)).toBeNull();
    expect(await authenticate(person.email, NEW_PASSWORD)).toMatchObject({ id: person.userId });
    expect(await findPasswordReset(tokenOf(link))).toMatchObject({ state: "used" });
    await expect(redeem(link.passwordResetId)).rejects.toMatchObject({
      code: "CONFLICT",
      message: expect.stringContaining("used already"),
    });
    expect(await trailOf("member.make-reset-link", person.memberId)).toMatchObject([{ memberId: admin.memberId }]);
    expect(await trailOf("password-reset.redeem", person.memberId)).toMatchObject([
      { actorKind: "system", details: { madeById: admin.memberId, sessionsEnded: 1 } },
    ]);
  });

  it("is kept as a hash only", async () => {
    const { memberId } = await aPerson(workspaceId, "operator");
    const token = tokenOf(await makeResetLink(admin, { memberId }));
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(JSON.stringify([await db().passwordReset.findMany(), await db().auditEvent.findMany()])).not.toContain(token);
  });

  it("lets one of ten in who use it at once", async () => {
    const person = await aPerson(workspaceId, "operator");
    const { passwordResetId } = await makeResetLink(admin, { memberId: person.memberId });
    const { won, refusals } = await race(10, () => redeem(passwordResetId));
    expect(won).toBe(1);
    expect(new Set(refusals)).toEqual(new Set([expect.stringContaining("used already")]));
  });

  it("ends after 24 hours, not before", async () => {
    const person = await aPerson(workspaceId, "operator");
    const link = await makeResetLink(admin, { memberId: person.memberId });
    const madeAt = new Date(link.expiresAt).getTime() - 24 * 3600 * 1000;
    expect(Math.abs(Date.now() - madeAt)).toBeLessThan(60_000);
    const stateAt = async (at: number) => (await findPasswordReset(tokenOf(link), new Date(at)))?.state;
    expect(await stateAt(new Date(link.expiresAt).getTime() - 1)).toBe("open");
    expect(await stateAt(new Date(link.expiresAt).getTime())).toBe("expired");
    await db().passwordReset.update({ where: { id: link.passwordResetId }, data: { expiresAt: new Date(0) } });
    await expect(redeem(link.passwordResetId)).rejects.toMatchObject({ message: expect.stringContaining("expired") });
    expect(await authenticate(person.email, PASSWORD)).not.toBeNull();
  });

  it("is replaced by a newer one of the same member, and ends with the member", async () => {
    const { memberId } = await aPerson(workspaceId, "operator");
    const first = await makeResetLink(admin, { memberId });
    const second = await makeResetLink(admin, { memberId });
    expect(await findPasswordReset(tokenOf(first))).toMatchObject({ state: "revoked" });
    expect(await findPasswordReset(tokenOf(second))).toMatchObject({ state: "open" });
    await removeMember(admin, { memberId });
    expect(await findPasswordReset(tokenOf(second))).toMatchObject({ state: "revoked" });
    await expect(redeem(second.passwordResetId)).rejects.toMatchObject({ message: expect.stringContaining("withdrawn") });
    expect(await findPasswordReset("no such token")).toBeNull();
  });

  it("is worth nothing once its maker is no admin any more, least of all for an admin", async () => {
    const maker = await aPerson(workspaceId, "admin");
    const target = await aPerson(workspaceId, "admin");
    const link = await makeResetLink(maker, { memberId: target.memberId });
    await changeRole(admin, { memberId: maker.memberId, role: "lead" });
    expect(await findPasswordReset(tokenOf(link))).toMatchObject({ state: "revoked" });
    await expect(redeem(link.passwordResetId)).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await authenticate(target.email, PASSWORD)).toMatchObject({ id: target.userId });
  });

  it("takes a signed-in admin, somebody else's taken seat, and one's own workspace", async () => {
    const { memberId } = await aPerson(workspaceId, "operator");
    const stranger = await aPerson(await aWorkspace(), "admin");
    for (const role of ["operator", "reviewer", "lead"] as const)
      await expect(makeResetLink(await aPerson(workspaceId, role), { memberId: admin.memberId })).rejects.toMatchObject({
        code: "FORBIDDEN",
      });
    await expect(makeResetLink(asKey(admin), { memberId })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(makeResetLink(stranger, { memberId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(makeResetLink(admin, { memberId: admin.memberId })).rejects.toMatchObject({
      code: "REFUSED",
      message: expect.stringContaining("with the present one"),
    });
    await expect(makeResetLink(admin, { memberId: await aSeat(workspaceId, "lead") })).rejects.toMatchObject({
      code: "REFUSED",
      message: expect.stringContaining("invitation link"),
    });
  });
});

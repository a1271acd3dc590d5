import { beforeAll, describe, expect, it } from "vitest";
import { accountOf } from "@/lib/auth/account";
import { findInvitation } from "@/lib/auth/invitation";
import { hashPassword } from "@/lib/auth/password";
import { db } from "@/lib/db/client";
import type { Actor } from "@/lib/domain/access/actor";
import { acceptInvitation } from "@/lib/services/member/accept-invitation";
import { changeRole } from "@/lib/services/member/change-role";
import { inviteMember } from "@/lib/services/member/invite-member";
import { inviteToSeat } from "@/lib/services/member/invite-to-seat";
import { listMembers } from "@/lib/services/member/list-members";
import { removeMember } from "@/lib/services/member/remove-member";
import { revokeInvitation } from "@/lib/services/member/revoke-invitation";
import { freshDatabase } from "../../support/database";
import { aPerson, aSeat, aWorkspace, PASSWORD, race, type SignedIn } from "./people";

let workspaceId: string;
let admin: SignedIn;
let studio: Actor;
let passwordHash: string;
beforeAll(async () => {
  await freshDatabase();
  workspaceId = await aWorkspace();
  admin = await aPerson(workspaceId, "admin");
  studio = { kind: "system", workspaceId };
  passwordHash = await hashPassword(PASSWORD);
});

const tokenOf = (link: { path: string }) => link.path.replace("/invitation/", "");
const accept = (invitationId: string, email: string) =>
  acceptInvitation(studio, { invitationId, displayName: "Ada", account: { kind: "new", email, passwordHash } });

describe("an invitation", () => {
  it("fills a waiting seat of the workspace with the person who holds the link", async () => {
    const memberId = await aSeat(workspaceId, "reviewer");
    const link = await inviteToSeat(admin, { memberId });
    const found = await findInvitation(tokenOf(link));
    expect(found).toMatchObject({
      id: link.invitationId,
      role: "reviewer",
      invitedBy: "admin",
      workspaceName: "Test studio",
      state: "open",
    });
    const joined = await accept(link.invitationId, "reviewer@example.test");
    expect(joined.memberId).toBe(memberId);
    const { items } = await listMembers(admin, {});
    expect(items.find(({ id }) => id === memberId)).toMatchObject({
      displayName: "Ada",
      role: "reviewer",
      state: "active",
      email: "reviewer@example.test",
      invitation: null,
    });
    expect(await findInvitation(tokenOf(link))).toMatchObject({ state: "accepted" });
    await expect(inviteToSeat(admin, { memberId })).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("adds a seat with its link, of which only the hash is kept", async () => {
    const link = await inviteMember(admin, { displayName: "Grace", role: "operator" });
    expect(tokenOf(link)).toMatch(/^[\w-]{43}$/);
    const row = await db().invitation.findUniqueOrThrow({ where: { id: link.invitationId } });
    expect(JSON.stringify([row, await db().auditEvent.findMany()])).not.toContain(tokenOf(link));
    expect((await listMembers(admin, {})).items.find(({ id }) => id === link.memberId)).toMatchObject({
      state: "waiting",
      email: null,
      invitation: { id: link.invitationId },
    });
  });

  it("lets one of twenty in who use it at once", async () => {
    const link = await inviteMember(admin, { displayName: "Many", role: "operator" });
    const { won, refusals } = await race(20, (turn) => accept(link.invitationId, `many-${turn}@example.test`));
    expect(won).toBe(1);
    expect(new Set(refusals)).toEqual(new Set(["This invitation was used already. If it was you, sign in."]));
    expect(await db().user.count({ where: { email: { startsWith: "many-" } } })).toBe(1);
  });

  it("says in a sentence why a link does not open", async () => {
    const revoked = await inviteMember(admin, { displayName: "Revoked", role: "operator" });
    await revokeInvitation(admin, { invitationId: revoked.invitationId });
    await expect(accept(revoked.invitationId, "revoked@example.test")).rejects.toMatchObject({
      message: expect.stringContaining("withdrawn"),
    });
    await expect(revokeInvitation(admin, { invitationId: revoked.invitationId })).rejects.toMatchObject({ code: "CONFLICT" });
    const expired = await inviteMember(admin, { displayName: "Expired", role: "operator" });
    await db().invitation.update({ where: { id: expired.invitationId }, data: { expiresAt: new Date(0) } });
    await expect(accept(expired.invitationId, "expired@example.test")).rejects.toMatchObject({
      message: expect.stringContaining("expired"),
    });
    expect(await findInvitation("no such token")).toBeNull();
  });

  it("is replaced by a newer one of the same seat, and withdrawn when the seat's role changes", async () => {
    const first = await inviteMember(admin, { displayName: "Seat", role: "operator" });
    const second = await inviteToSeat(admin, { memberId: first.memberId });
    expect(await findInvitation(tokenOf(first))).toMatchObject({ state: "revoked" });
    expect(await findInvitation(tokenOf(second))).toMatchObject({ state: "open" });
    await changeRole(admin, { memberId: first.memberId, role: "lead" });
    expect(await findInvitation(tokenOf(second))).toMatchObject({ state: "revoked" });
  });

  it("takes a signed-in admin: not an operator, not a key, not another workspace's admin", async () => {
    const memberId = await aSeat(workspaceId, "lead");
    const operator = await aPerson(workspaceId, "operator");
    const stranger = await aPerson(await aWorkspace(), "admin");
    const { kind: _, ...ids } = admin;
    const key: Actor = { ...ids, kind: "key", apiKeyId: memberId, scopes: ["manage"] };
    await expect(inviteToSeat(operator, { memberId })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(inviteToSeat(key, { memberId })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(inviteMember(key, { displayName: "X", role: "admin" })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(inviteToSeat(stranger, { memberId })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("refuses an address that has an account, and leaves the link open", async () => {
    const { email } = await aPerson(workspaceId, "operator");
    const link = await inviteMember(admin, { displayName: "Double", role: "operator" });
    await expect(accept(link.invitationId, email)).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(accountOf(email, "another password")).rejects.toMatchObject({ code: "CONFLICT" });
    const account = await accountOf(email, PASSWORD);
    await expect(acceptInvitation(studio, { invitationId: link.invitationId, displayName: "Double", account })).rejects.toMatchObject({
      message: expect.stringContaining("a seat in this studio already"),
    });
    expect(await findInvitation(tokenOf(link))).toMatchObject({ state: "open" });
  });

  it("brings a removed member back under their own account", async () => {
    const person = await aPerson(workspaceId, "operator");
    await removeMember(admin, { memberId: person.memberId });
    const link = await inviteMember(admin, { displayName: "Back again", role: "lead" });
    const account = await accountOf(person.email, PASSWORD);
    const joined = await acceptInvitation(studio, { invitationId: link.invitationId, displayName: "Back again", account });
    expect(joined).toEqual({ userId: person.userId, memberId: link.memberId });
  });
});

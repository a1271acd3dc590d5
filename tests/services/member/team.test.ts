import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import type { Actor } from "@/lib/domain/access/actor";
import { changeRole } from "@/lib/services/member/change-role";
import { inviteMember } from "@/lib/services/member/invite-member";
import { listMembers } from "@/lib/services/member/list-members";
import { readMe } from "@/lib/services/member/read-me";
import { removeMember } from "@/lib/services/member/remove-member";
import { freshDatabase } from "../../support/database";
import { aPerson, aSeat, aWorkspace, type SignedIn } from "./people";

let workspaceId: string;
let admin: SignedIn & { email: string };
beforeAll(freshDatabase);
beforeEach(async () => {
  workspaceId = await aWorkspace();
  admin = await aPerson(workspaceId, "admin");
});

const LAST = { code: "REFUSED", message: "This is the last admin. Make somebody else an admin first." };

describe("the last admin", () => {
  it("is neither demoted nor removed, though an empty admin seat waits", async () => {
    await aSeat(workspaceId, "admin");
    await expect(changeRole(admin, { memberId: admin.memberId, role: "lead" })).rejects.toMatchObject(LAST);
    await expect(removeMember(admin, { memberId: admin.memberId })).rejects.toMatchObject(LAST);
  });

  it("remains when two admins demote or remove each other at once", async () => {
    for (let round = 0; round < 5; round += 1) {
      const second = await aPerson(workspaceId, "admin");
      await Promise.allSettled([
        changeRole(admin, { memberId: second.memberId, role: "lead" }),
        removeMember(second, { memberId: admin.memberId }),
        changeRole(second, { memberId: admin.memberId, role: "operator" }),
        removeMember(admin, { memberId: second.memberId }),
      ]);
      const left = await db().member.findMany({ where: { workspaceId, role: "admin", userId: { not: null }, removedAt: null } });
      expect(left.length).toBeGreaterThanOrEqual(1);
      const [keeper] = left;
      if (keeper?.userId) admin = { ...admin, memberId: keeper.id, userId: keeper.userId };
    }
  });
});

describe("the team", () => {
  it("is listed for everybody, with addresses and links only for those who manage it", async () => {
    const operator = await aPerson(workspaceId, "operator");
    const link = await inviteMember(admin, { displayName: "Waiting", role: "lead" });
    const seen = await listMembers(operator, {});
    expect(seen.items.map(({ displayName, state, email, invitation }) => ({ displayName, state, email, invitation }))).toEqual([
      { displayName: "admin", state: "active", email: null, invitation: null },
      { displayName: "operator", state: "active", email: null, invitation: null },
      { displayName: "Waiting", state: "waiting", email: null, invitation: null },
    ]);
    const managed = await listMembers(admin, {});
    expect(managed.items[1]).toMatchObject({ email: operator.email });
    expect(managed.items[2]).toMatchObject({ invitation: { id: link.invitationId } });
    expect(listMembers.output.parse(managed)).toEqual(managed);
  });

  it("is changed by admins only, within their workspace", async () => {
    const lead = await aPerson(workspaceId, "lead");
    const stranger = await aPerson(await aWorkspace(), "admin");
    const { kind: _, ...ids } = admin;
    const key: Actor = { ...ids, kind: "key", apiKeyId: admin.memberId, scopes: ["manage"] };
    await expect(changeRole(lead, { memberId: lead.memberId, role: "admin" })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(changeRole(key, { memberId: lead.memberId, role: "admin" })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(changeRole(stranger, { memberId: lead.memberId, role: "operator" })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(removeMember(stranger, { memberId: lead.memberId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(changeRole(admin, { memberId: lead.memberId, role: "lead" })).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("writes each change to the trail and counts the member's version up", async () => {
    const operator = await aPerson(workspaceId, "operator");
    expect(await changeRole(admin, { memberId: operator.memberId, role: "lead" })).toEqual({
      memberId: operator.memberId,
      role: "lead",
      version: 1,
    });
    await removeMember(admin, { memberId: operator.memberId });
    await expect(removeMember(admin, { memberId: operator.memberId })).rejects.toMatchObject({ code: "CONFLICT" });
    const trail = await db().auditEvent.findMany({ where: { workspaceId }, orderBy: { id: "asc" } });
    expect(trail).toMatchObject([
      { verb: "member.change-role", memberId: admin.memberId, details: { before: "operator", after: "lead" } },
      { verb: "member.remove", memberId: admin.memberId, subjectId: operator.memberId },
    ]);
    expect((await listMembers(admin, {})).items.map(({ id }) => id)).toEqual([admin.memberId]);
  });

  it("tells everybody who they are", async () => {
    expect(await readMe(admin, {})).toMatchObject({
      memberId: admin.memberId,
      role: "admin",
      email: admin.email,
      workspace: { id: workspaceId },
    });
  });
});

import { beforeAll, describe, expect, it } from "vitest";
import { actorOfApiKey } from "@/lib/auth/api-key";
import { requireActor } from "@/lib/auth/require-actor";
import { db } from "@/lib/db/client";
import { createApiKey } from "@/lib/services/key/create-api-key";
import { listApiKeys } from "@/lib/services/key/list-api-keys";
import { revokeApiKey } from "@/lib/services/key/revoke-api-key";
import { changeRole } from "@/lib/services/member/change-role";
import { listMembers } from "@/lib/services/member/list-members";
import { removeMember } from "@/lib/services/member/remove-member";
import { freshDatabase } from "../../support/database";
import { aPerson, aWorkspace, fromBrowser, type SignedIn } from "../member/people";

let workspaceId: string;
let admin: SignedIn;
beforeAll(async () => {
  await freshDatabase();
  workspaceId = await aWorkspace();
  admin = await aPerson(workspaceId, "admin");
});

const bearer = (secret: string) => `Bearer ${secret}`;
const UNKNOWN = { code: "UNAUTHENTICATED", message: "This API key is not known." };

describe("an API key", () => {
  it("acts as its maker within its scopes, and its secret is seen once", async () => {
    const made = await createApiKey(admin, { name: "Pipeline", scopes: ["read", "run", "read"] });
    expect(made.secret).toMatch(/^sel_[0-9a-f]{16}_[\w-]{43}$/);
    expect(made.key).toMatchObject({ scopes: ["read", "run"], state: "active", expiresAt: null });
    const actor = await actorOfApiKey(bearer(made.secret));
    const { kind: _, email: __, ...ids } = { ...admin, email: "" };
    expect(actor).toEqual({ ...ids, kind: "key", apiKeyId: made.key.id, scopes: ["read", "run"] });
    const half = made.secret.slice(-43);
    const kept = JSON.stringify([await db().apiKey.findMany(), await db().auditEvent.findMany(), await listApiKeys(admin, {})]);
    expect(kept).not.toContain(half);
    expect(await listMembers(actor, {})).toHaveProperty("items");
    await expect(listApiKeys(actor, {})).rejects.toMatchObject({ code: "FORBIDDEN", message: 'This API key lacks the scope "manage".' });
  });

  it("is read from the header alone: a bad key beside a good cookie is nobody", async () => {
    const { secret } = await createApiKey(admin, { name: "Header", scopes: ["read"] });
    const wrong = `${secret.slice(0, -1)}${secret.endsWith("A") ? "B" : "A"}`;
    const strange = secret.replace(/_[0-9a-f]{16}_/, `_${"0".repeat(16)}_`);
    for (const [authorization, refusal] of [
      [bearer(wrong), UNKNOWN],
      [bearer(strange), UNKNOWN],
      ["", { code: "UNAUTHENTICATED" }],
      ["Basic YTpi", { code: "UNAUTHENTICATED" }],
      [secret, { code: "UNAUTHENTICATED" }],
      ["Bearer sel_short", { code: "UNAUTHENTICATED" }],
    ] as const) {
      const { request } = await fromBrowser(admin, { headers: { authorization } });
      await expect(requireActor(request)).rejects.toMatchObject(refusal);
    }
    const { request } = await fromBrowser(admin, {
      method: "POST",
      headers: { authorization: bearer(secret), origin: "https://elsewhere.test" },
    });
    expect(await requireActor(request)).toMatchObject({ kind: "key" });
  });

  it("stops when it expires and when it is revoked", async () => {
    const soon = new Date(Date.now() + 3_600_000);
    const expiring = await createApiKey(admin, { name: "Short", scopes: ["read"], expiresAt: soon.toISOString() });
    expect(await actorOfApiKey(bearer(expiring.secret), new Date(soon.getTime() - 1))).toMatchObject({ kind: "key" });
    await expect(actorOfApiKey(bearer(expiring.secret), soon)).rejects.toMatchObject({ message: "This API key has expired." });
    await revokeApiKey(admin, { apiKeyId: expiring.key.id });
    await expect(actorOfApiKey(bearer(expiring.secret))).rejects.toMatchObject({ message: "This API key was revoked." });
    await expect(revokeApiKey(admin, { apiKeyId: expiring.key.id })).rejects.toMatchObject({ code: "CONFLICT" });
    const past = new Date(Date.now() - 1000).toISOString();
    await expect(createApiKey(admin, { name: "Past", scopes: ["read"], expiresAt: past })).rejects.toMatchObject({ code: "BAD_INPUT" });
  });

  it("follows its member: a smaller role at once, nothing after they are removed", async () => {
    const second = await aPerson(workspaceId, "admin");
    const { secret } = await createApiKey(second, { name: "Second", scopes: ["read", "manage"] });
    await changeRole(admin, { memberId: second.memberId, role: "operator" });
    const demoted = await actorOfApiKey(bearer(secret));
    expect(demoted).toMatchObject({ role: "operator" });
    await expect(listApiKeys(demoted, {})).rejects.toMatchObject({ code: "FORBIDDEN" });
    await removeMember(admin, { memberId: second.memberId });
    await expect(actorOfApiKey(bearer(secret))).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  });

  it("cannot make another key", async () => {
    const { secret } = await createApiKey(admin, { name: "Manager", scopes: ["manage"] });
    const actor = await actorOfApiKey(bearer(secret));
    await expect(createApiKey(actor, { name: "Wider", scopes: ["publish"] })).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("writes down its use at most once a minute", async () => {
    const { key, secret } = await createApiKey(admin, { name: "Busy", scopes: ["read"] });
    const start = new Date();
    const later = (seconds: number) => new Date(start.getTime() + seconds * 1000);
    const lastUsed = async () => (await db().apiKey.findUniqueOrThrow({ where: { id: key.id } })).lastUsedAt;
    expect(await lastUsed()).toBeNull();
    await actorOfApiKey(bearer(secret), start);
    expect(await lastUsed()).toEqual(start);
    await actorOfApiKey(bearer(secret), later(59));
    expect(await lastUsed()).toEqual(start);
    await actorOfApiKey(bearer(secret), later(60));
    expect(await lastUsed()).toEqual(later(60));
  });

  it("belongs to its workspace", async () => {
    const stranger = await aPerson(await aWorkspace(), "admin");
    const { key } = await createApiKey(admin, { name: "Ours", scopes: ["read"] });
    await expect(revokeApiKey(stranger, { apiKeyId: key.id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await listApiKeys(stranger, {})).toEqual({ items: [], next: null });
  });
});

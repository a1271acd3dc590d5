import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { authenticate } from "@/lib/auth/authenticate";
import { hashPassword } from "@/lib/auth/password";
import { ensureSetupToken, isSetUp, isSetupToken } from "@/lib/auth/setup";
import { db } from "@/lib/db/client";
import { setUpStudio } from "@/lib/services/member/set-up-studio";
import { freshDatabase, type TestDatabase } from "../../support/database";
import { aSeat, aWorkspace, PASSWORD, race } from "../member/people";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});

const submit = async (turn: number) =>
  setUpStudio({
    displayName: `Founder ${turn}`,
    account: { kind: "new", email: `founder-${turn}@example.test`, passwordHash: await hashPassword(PASSWORD) },
  });

describe("the first run", () => {
  it("makes one token for however many ask, readable by its owner only", async () => {
    const tokens = await Promise.all(Array.from({ length: 20 }, ensureSetupToken));
    const token = tokens[0] ?? "";
    expect(new Set(tokens).size).toBe(1);
    expect(token).toMatch(/^[\w-]{32}$/);
    const file = join(database.environment.SELECTS_DATA, "setup-token");
    expect(await readFile(file, "utf8")).toBe(token);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await isSetupToken(token)).toBe(true);
    expect(await isSetupToken(`${token}x`)).toBe(false);
    expect(await isSetupToken("")).toBe(false);
  });

  it("lets one of twenty in, as admin of the workspace that waits for one, and closes for good", async () => {
    const workspaceId = await aWorkspace();
    await aSeat(workspaceId, "operator");
    const adminSeat = await aSeat(workspaceId, "admin");
    const { won, refusals } = await race(20, submit);
    expect(won).toBe(1);
    expect(new Set(refusals)).toEqual(new Set(["This studio is set up already. Sign in instead."]));
    const [user, ...others] = await db().user.findMany({ include: { members: true } });
    expect(others).toEqual([]);
    expect(user?.members).toMatchObject([{ id: adminSeat, workspaceId, role: "admin", displayName: user?.name }]);
    expect(await db().auditEvent.findMany()).toMatchObject([{ verb: "studio.set-up", subjectId: adminSeat, actorKind: "system" }]);
    expect(await authenticate(user?.email ?? "", PASSWORD)).toMatchObject({ id: user?.id });
    expect(await isSetUp()).toBe(true);
    expect(await ensureSetupToken()).toBeNull();
    await expect(stat(join(database.environment.SELECTS_DATA, "setup-token"))).rejects.toMatchObject({ code: "ENOENT" });
    await expect(submit(21)).rejects.toMatchObject({ code: "CONFLICT" });
  });
});

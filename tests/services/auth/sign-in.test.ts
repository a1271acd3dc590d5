import { beforeAll, describe, expect, it } from "vitest";
import { authenticate } from "@/lib/auth/authenticate";
import { db } from "@/lib/db/client";
import { freshDatabase } from "../../support/database";
import { aPerson, aWorkspace, PASSWORD } from "../member/people";

let workspaceId: string;
beforeAll(async () => {
  await freshDatabase();
  workspaceId = await aWorkspace();
});

const start = new Date("2026-01-01T00:00:00Z");
const later = (seconds: number) => new Date(start.getTime() + seconds * 1000);
const newcomer = () => aPerson(workspaceId, "operator");

describe("signing in", () => {
  it("takes the address however it is typed, and only the right password", async () => {
    const { email, userId } = await newcomer();
    expect(await authenticate(` ${email.toUpperCase()} `, PASSWORD, start)).toMatchObject({ id: userId, email });
    expect(await authenticate(email, `${PASSWORD} `, start)).toBeNull();
  });

  it("refuses strangers, disabled accounts and accounts without a password alike", async () => {
    const disabled = await newcomer();
    await db().user.update({ where: { id: disabled.userId }, data: { disabledAt: start } });
    const external = await newcomer();
    await db().user.update({ where: { id: external.userId }, data: { passwordHash: null } });
    for (const email of ["nobody@example.test", "no address", "nul\u0000@example.test", disabled.email, external.email])
      expect(await authenticate(email, PASSWORD, start)).toBeNull();
  });

  it("rests after five failures: even the right password is turned away unread, then counts again", async () => {
    const { email } = await newcomer();
    for (let failure = 1; failure <= 5; failure += 1) expect(await authenticate(email, "wrong", start)).toBeNull();
    expect(await authenticate(email, PASSWORD, later(29))).toBeNull();
    expect(await authenticate(email, PASSWORD, later(30))).not.toBeNull();
  });

  it("rests longer after each further failure, and a success forgives them all", async () => {
    const { email, userId } = await newcomer();
    for (let failure = 1; failure <= 5; failure += 1) await authenticate(email, "wrong", start);
    await authenticate(email, "wrong", later(30));
    expect(await authenticate(email, PASSWORD, later(89))).toBeNull();
    expect(await authenticate(email, PASSWORD, later(90))).not.toBeNull();
    expect(await db().user.findUnique({ where: { id: userId } })).toMatchObject({ failedSignIns: 0, lockedUntil: null });
  });

  it("an attempt during the rest neither lengthens it nor is counted", async () => {
    const { email, userId } = await newcomer();
    for (let failure = 1; failure <= 5; failure += 1) await authenticate(email, "wrong", start);
    await authenticate(email, "wrong", later(10));
    expect(await db().user.findUnique({ where: { id: userId } })).toMatchObject({ failedSignIns: 5, lockedUntil: later(30) });
  });

  it("hears five of twenty guesses sent at once", async () => {
    const { email, userId } = await newcomer();
    await Promise.all(Array.from({ length: 20 }, () => authenticate(email, "wrong", start)));
    expect(await db().user.findUnique({ where: { id: userId } })).toMatchObject({ failedSignIns: 5, lockedUntil: later(30) });
  });
});

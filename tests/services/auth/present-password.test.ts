import { beforeAll, expect, it } from "vitest";
import { authenticate, checkPresentPassword } from "@/lib/auth/authenticate";
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

it("finds the hash only by the present password", async () => {
  const { userId } = await aPerson(workspaceId, "operator");
  const { passwordHash } = await db().user.findUniqueOrThrow({ where: { id: userId } });
  expect(await checkPresentPassword(userId, PASSWORD, start)).toBe(passwordHash);
  for (const wrong of ["", "wrong", `${PASSWORD} `, "x".repeat(5000)]) expect(await checkPresentPassword(userId, wrong, start)).toBeNull();
});

it("counts wrong tries with those at the door: after five the account rests for both", async () => {
  const { userId, email } = await aPerson(workspaceId, "operator");
  for (let failure = 1; failure <= 3; failure += 1) expect(await checkPresentPassword(userId, "wrong", start)).toBeNull();
  for (let failure = 4; failure <= 5; failure += 1) expect(await authenticate(email, "wrong", start)).toBeNull();
  expect(await checkPresentPassword(userId, PASSWORD, later(29))).toBeNull();
  expect(await authenticate(email, PASSWORD, later(29))).toBeNull();
  expect(await checkPresentPassword(userId, PASSWORD, later(30))).not.toBeNull();
  expect(await db().user.findUniqueOrThrow({ where: { id: userId } })).toMatchObject({ failedSignIns: 0, lockedUntil: null });
});

it("hears five of twenty guesses sent at once", async () => {
  const { userId } = await aPerson(workspaceId, "operator");
  await Promise.all(Array.from({ length: 20 }, () => checkPresentPassword(userId, "wrong", start)));
  expect(await db().user.findUniqueOrThrow({ where: { id: userId } })).toMatchObject({ failedSignIns: 5, lockedUntil: later(30) });
});

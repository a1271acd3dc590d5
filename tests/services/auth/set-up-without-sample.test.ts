import { beforeAll, expect, it } from "vitest";
import { hashPassword } from "@/lib/auth/password";
import { db } from "@/lib/db/client";
import { setUpStudio } from "@/lib/services/member/set-up-studio";
import { freshDatabase } from "../../support/database";
import { PASSWORD, race } from "../member/people";

beforeAll(freshDatabase);

it("an empty studio gets its workspace and its admin once, however many submit", async () => {
  const passwordHash = await hashPassword(PASSWORD);
  const { won } = await race(20, (turn) =>
    setUpStudio({ displayName: "Founder", account: { kind: "new", email: `founder-${turn}@example.test`, passwordHash } }),
  );
  expect(won).toBe(1);
  expect(await db().workspace.findMany({ include: { members: true } })).toMatchObject([
    { name: "Studio", members: [{ role: "admin", displayName: "Founder" }] },
  ]);
});

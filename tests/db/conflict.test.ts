import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { isOutOfSpace, isRetryableConflict } from "@/lib/db/conflict";
import { freshDatabase } from "../support/database";
import { fillDisk } from "../support/full-disk";

beforeAll(freshDatabase);

const failureOf = (code: string) =>
  db()
    .$executeRawUnsafe(`DO $$ BEGIN RAISE EXCEPTION 'as the database says it' USING ERRCODE = '${code}'; END $$`)
    .then(
      () => null,
      (error: unknown) => error,
    );

test("a deadlock or serialisation failure of a raw query may be tried again, anything else may not", async () => {
  expect(isRetryableConflict(await failureOf("40P01"))).toBe(true);
  expect(isRetryableConflict(await failureOf("40001"))).toBe(true);
  expect(isRetryableConflict(await failureOf("P0001"))).toBe(false);
  expect(isRetryableConflict(new Error("something else"))).toBe(false);
});

test("a full disk is told from everything else, of a raw query and of any other", async () => {
  expect(isOutOfSpace(await failureOf("53100"))).toBe(true);
  expect(isOutOfSpace(await failureOf("P0001"))).toBe(false);
  const free = await fillDisk("Workspace");
  const refused = db().workspace.create({ data: { name: "No room", slug: "no-room" } });
  expect(isOutOfSpace(await refused.catch((error: unknown) => error))).toBe(true);
  await free();
});

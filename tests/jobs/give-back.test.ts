import { PgBoss } from "pg-boss";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { giveBack } from "@/lib/jobs/give-back";
import { enqueue } from "@/lib/jobs/queue";
import { freshDatabase } from "../support/database";

let boss: PgBoss;
beforeAll(async () => {
  const { environment } = await freshDatabase();
  boss = new PgBoss({ connectionString: environment.DATABASE_URL ?? "", max: 2, supervise: false, schedule: false, migrate: false });
  await boss.start();
});
afterAll(() => boss.stop({ graceful: false }));

test("a job whose worker is killed again and again is neither given up nor kept waiting, and one that kills every worker ends", async () => {
  const name = "house.sweep";
  await enqueue(db(), { name, payload: {} });
  const stateOf = async (id: string) => (await boss.getJobById(name, id))?.state;
  let [job] = await boss.fetch(name);
  let kills = 0;
  while (job) {
    kills += 1;
    await giveBack([{ name, id: job.id }]);
    const { id } = job;
    [job] = await boss.fetch(name);
    if (!job) expect(await stateOf(id)).toBe("failed");
  }
  expect(kills).toBe(51);
  // A job that was done meanwhile stays done.
  await enqueue(db(), { name, payload: {} });
  const [done] = await boss.fetch(name);
  await boss.complete(name, done?.id ?? "");
  await giveBack([{ name, id: done?.id ?? "" }]);
  expect(await stateOf(done?.id ?? "")).toBe("completed");
});

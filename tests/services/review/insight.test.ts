import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { insightAsCsv } from "@/lib/domain/review/insight";
import { linesOf } from "@/lib/domain/table/csv";
import { approve } from "@/lib/services/review/approve";
import { insight } from "@/lib/services/review/insight";
import { recordDefect } from "@/lib/services/review/record-defect";
import { requestChanges } from "@/lib/services/review/request-changes";
import { freshDatabase } from "../../support/database";
import { aStudio, aVariant } from "../../support/factory";
import { aCard, submitNew } from "./cards";

beforeAll(async () => {
  await freshDatabase();
});

/** An attempt is evidence, and only time itself moves it: here it is moved past the triggers. */
const inThePast = (moved: Prisma.Sql, attemptId: string) =>
  db().$transaction([
    db().$executeRaw`SET LOCAL session_replication_role = replica`,
    db().$executeRaw`UPDATE "Attempt" SET ${moved} WHERE "id" = ${attemptId}::uuid`,
  ]);

test("how decisions went, by lane, engine and person: first pass, retries, time, defects, cost", async () => {
  const studio = await aStudio();
  const { operator, reviewer, lead } = studio.people;
  const hours = (attemptId: string, took: number) =>
    inThePast(Prisma.sql`"createdAt" = "decidedAt" - make_interval(hours => ${took})`, attemptId);
  // One card passes at once, one at its second attempt; a third waits and does not count.
  const [first, second, third] = [await aCard(studio), await aCard(studio), await aCard(studio)];
  const passed = await submitNew(studio, first);
  await approve(reviewer, { cardId: first, attemptId: passed });
  const failed = await submitNew(studio, second);
  const mark = { kind: "hands", severity: "major", note: "", x: 0.5, y: 0.5 } as const;
  await recordDefect(reviewer, { cardId: second, attemptId: failed, defect: mark });
  await requestChanges(reviewer, { cardId: second, attemptId: failed, note: "Five fingers." });
  const mended = await submitNew(studio, second, lead);
  await approve(reviewer, { cardId: second, attemptId: mended });
  await submitNew(studio, third);
  for (const [attemptId, took] of [
    [passed, 1],
    [failed, 2],
    [mended, 9],
  ] as const)
    await hours(attemptId, took);

  const byLane = await insight(lead, {});
  expect(byLane.rows).toEqual([
    {
      key: studio.lanes.production,
      name: "production",
      decided: 3,
      approved: 2,
      firstPass: expect.objectContaining({ passed: 1, of: 2, rate: 0.5 }),
      retriesPerCard: 0.5,
      medianMs: 7_200_000,
      p90Ms: expect.closeTo(7.6 * 3_600_000, -3),
      defects: [{ kind: "hands", count: 1 }],
      // Three finished attempts of 2,000 each; the one that waits is not part of what was decided.
      costMicros: "6000",
      costPerApprovedMicros: "3000",
    },
  ]);
  expect(byLane.total).toMatchObject({ ...byLane.rows[0], key: null, name: "All together" });

  const byMaker = await insight(lead, { by: "maker" });
  expect(byMaker.rows.map(({ name, decided, approved, costMicros }) => [name, decided, approved, costMicros])).toEqual([
    ["The operator", 2, 1, "4000"],
    ["The lead", 1, 1, "2000"],
  ]);
  expect((await insight(operator, { by: "decider" })).rows).toMatchObject([{ name: "The reviewer", decided: 3, costMicros: "6000" }]);
  expect((await insight(operator, { by: "engine" })).rows).toMatchObject([{ key: "sketch", name: "Sketch", decided: 3 }]);
  expect((await insight(operator, { by: "pattern" })).rows).toMatchObject([{ key: null, name: "Without a pattern", decided: 3 }]);

  // A run for one of these cards that led to no attempt was paid for: its engine is told, though nothing of it was decided.
  const { runId } = await aVariant(studio);
  await db().run.update({ where: { id: runId }, data: { engineId: "fal", cardId: second } });
  const byEngine = await insight(operator, { by: "engine" });
  expect(byEngine.rows).toMatchObject([
    { key: "sketch", decided: 3, costMicros: "6000" },
    { key: "fal", decided: 0, firstPass: null, retriesPerCard: null, costMicros: "2000", costPerApprovedMicros: null },
  ]);
  expect(byEngine.total).toMatchObject({ decided: 3, costMicros: "8000" });

  // What belongs to no attempt is told apart, and only of the time and the project that was asked for.
  const { workspaceId, projectId } = studio;
  const help = { kind: "alt-text", by: "language-model", sentence: "A model.", subject: {}, requestedById: operator.memberId };
  const { id: helpId } = await db().help.create({ data: { workspaceId, projectId, ...help } });
  await db().ledgerEntry.create({ data: { workspaceId, projectId, helpId, kind: "charge", amountMicros: 700n } });
  expect(byLane.besides).toEqual({ helpMicros: "0", liveMicros: "0" });
  expect((await insight(lead, { projectId })).besides).toEqual({ helpMicros: "700", liveMicros: "0" });
  expect((await insight(lead, { projectId: "019a0000-0000-7000-8000-000000000001" })).besides.helpMicros).toBe("0");
  expect(linesOf(insightAsCsv(await insight(lead, {}), String)).at(-2)).toMatchObject({ 0: "Helps, besides", 11: "0.000700" });

  const [head, row, total] = linesOf(insightAsCsv(byLane, (kind) => `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`));
  expect(row?.slice(0, 5)).toEqual(["production", "3", "2", "2", "0.5000"]);
  expect([row?.length, total?.[0]]).toEqual([head?.length, "All together"]);

  // Older than what is asked for, or of another workspace: nothing of it is told.
  await inThePast(Prisma.sql`"decidedAt" = now() - interval '8 days'`, passed);
  expect((await insight(lead, { days: 7 })).total).toMatchObject({ decided: 2, firstPass: { passed: 0, of: 1 } });
  expect(await insight((await aStudio()).people.lead, {})).toMatchObject({ rows: [], total: { decided: 0, costPerApprovedMicros: null } });
});

import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import type { BudgetScope } from "@/lib/domain/budget/view";
import { standingOf } from "@/lib/domain/budget/warning";
import { quoteOf } from "@/lib/domain/run/plan";
import { SKETCH_CAPABILITIES } from "@/lib/engines/sketch/capabilities";
import { budgetsOfRun, listBudgets } from "@/lib/services/budget/list-budgets";
import { setLimits } from "@/lib/services/budget/set-limits";
import { cancelRun } from "@/lib/services/run/cancel-run";
import { startRun } from "@/lib/services/run/start-run";
import { freshDatabase } from "../../support/database";
import { aStudio, type ReviewStudio } from "../../support/factory";
import { expectEveryBalance } from "../../support/ledger";
import { recipe } from "../../support/recipes";
import { personIn } from "../../support/studio";

const PRICE = quoteOf(recipe(), SKETCH_CAPABILITIES).mostMicros;

let studio: ReviewStudio;
beforeAll(async () => {
  await freshDatabase();
});
beforeEach(async () => {
  studio = await aStudio();
});

const subjectOf = (scope: BudgetScope) =>
  ({
    workspace: studio.workspaceId,
    project: studio.projectId,
    lane: studio.lanes.exploration,
    person: studio.people.operator.memberId,
  })[scope];
const limit = (scope: BudgetScope, limits: { softMicros?: bigint; hardMicros?: bigint }, who = studio.people.lead) =>
  setLimits(who, {
    scope,
    subjectId: subjectOf(scope),
    softMicros: limits.softMicros?.toString() ?? null,
    hardMicros: limits.hardMicros?.toString() ?? null,
  });
const start = async (person = studio.people.operator) => startRun(person, { promptId: await studio.prompt() });
const rowOf = async (scope: BudgetScope) =>
  (await listBudgets(studio.people.reviewer, {})).find((row) => row.scope === scope && row.subjectId === subjectOf(scope));

describe.each(["workspace", "project", "lane", "person"] as const)("the hard budget of a %s", (scope) => {
  test("for three runs starts exactly three of twelve that race for it, and gives room again when one is cancelled", async () => {
    await limit(scope, { hardMicros: PRICE * 3n });
    const prompts = await Promise.all(Array.from({ length: 12 }, () => studio.prompt()));
    const results = await Promise.allSettled(prompts.map((promptId) => startRun(studio.people.operator, { promptId })));
    const started = results.flatMap((result) => (result.status === "fulfilled" ? [result.value.id] : []));
    expect(started).toHaveLength(3);
    for (const result of results)
      if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "OVER_BUDGET", details: { scope, leftMicros: "0" } });
    expect(await rowOf(scope)).toMatchObject({ heldMicros: (PRICE * 3n).toString(), spentMicros: "0" });
    await expectEveryBalance(studio.workspaceId);
    await cancelRun(studio.people.operator, { runId: started[0] ?? "" });
    await start();
    await expect(start()).rejects.toMatchObject({ code: "OVER_BUDGET" });
    await expectEveryBalance(studio.workspaceId);
  });
});

test("one person's budget stops nobody else, and a run refused by the last of its budgets holds nothing in the others", async () => {
  await limit("person", { hardMicros: 0n });
  await expect(start()).rejects.toMatchObject({ message: expect.stringContaining("you have $0.00 left") });
  expect(await db().budget.findMany({ where: { workspaceId: studio.workspaceId, heldMicros: { gt: 0 } } })).toEqual([]);
  expect((await rowOf("project"))?.heldMicros).toBe("0");
  await start(await personIn(studio.workspaceId, "operator"));
  await expectEveryBalance(studio.workspaceId);
});

test("a soft limit warns before the run and stops nothing", async () => {
  await limit("lane", { softMicros: PRICE, hardMicros: PRICE * 10n });
  const mine = () => budgetsOfRun(studio.people.operator, { projectId: studio.projectId });
  expect((await mine()).map(({ scope }) => scope)).toEqual(["workspace", "project", "lane", "person"]);
  expect(standingOf(await mine(), PRICE)).toEqual({ stop: null, warnings: [] });
  await start();
  expect(standingOf(await mine(), PRICE)).toEqual({
    stop: null,
    warnings: [expect.stringContaining("takes this lane past its soft limit")],
  });
  await start();
  expect(standingOf(await mine(), PRICE * 9n).stop).toContain("this lane has");
});

test("limits are a lead's, are checked, and are on record", async () => {
  await expect(limit("workspace", { hardMicros: 1n }, studio.people.operator)).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(limit("person", { softMicros: 2n, hardMicros: 1n })).rejects.toMatchObject({ code: "BAD_INPUT" });
  const elsewhere = await aStudio();
  const foreign = { scope: "project", subjectId: elsewhere.projectId, softMicros: null, hardMicros: "1" } as const;
  await expect(setLimits(studio.people.lead, foreign)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await limit("project", { softMicros: 1n, hardMicros: 2n });
  const trail = await db().auditEvent.findFirstOrThrow({ where: { workspaceId: studio.workspaceId, verb: "budget.set" } });
  expect(trail).toMatchObject({ subjectId: studio.projectId, details: { softBefore: null, soft: "1", hardBefore: null, hard: "2" } });
});

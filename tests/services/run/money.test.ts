import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { AppError } from "@/lib/domain/errors";
import { quoteOf } from "@/lib/domain/run/plan";
import { SKETCH_CAPABILITIES } from "@/lib/engines/sketch/capabilities";
import { cancelRun } from "@/lib/services/run/cancel-run";
import { claimRun } from "@/lib/services/run/claim-run";
import { finishRun } from "@/lib/services/run/finish-run";
import { startRun } from "@/lib/services/run/start-run";
import { takePlace } from "@/lib/services/run/take-place";
import { freshDatabase } from "../../support/database";
import { recipe } from "../../support/recipes";
import { openStudio, type Studio } from "../../support/studio";

const PRICE = quoteOf(recipe(), SKETCH_CAPABILITIES).mostMicros;

beforeAll(freshDatabase);

async function ledgerOf(projectId: string) {
  const rows = await db().ledgerEntry.groupBy({ by: ["kind"], where: { projectId }, _sum: { amountMicros: true } });
  const sum = (kind: string) => rows.find((row) => row.kind === kind)?._sum.amountMicros ?? 0n;
  return { held: sum("hold") - sum("charge") - sum("release"), spent: sum("charge") };
}

async function expectBalanced({ projectId }: Studio) {
  const project = await db().project.findUniqueOrThrow({ where: { id: projectId } });
  expect({ held: project.heldMicros, spent: project.spentMicros }).toEqual(await ledgerOf(projectId));
}

/** How often everybody who looks at the project was told that its money has moved. */
const toldOfMoney = ({ workspaceId, projectId }: Studio) =>
  db().workspaceEvent.count({
    where: { workspaceId, event: { path: ["id"], equals: projectId }, AND: { event: { path: ["act"], equals: "money" } } },
  });

/** A prompt that has not run, and ninety-nine more like it: one statement instead of as many acts. */
async function hundredPrompts(studio: Studio): Promise<string[]> {
  const first = await studio.prompt();
  const copies = await db().$queryRaw<{ id: string }[]>`
    INSERT INTO "Prompt"
    SELECT (jsonb_populate_record(p, jsonb_build_object('id', gen_random_uuid()))).*
    FROM "Prompt" p, generate_series(1, 99) WHERE p."id" = ${first}::uuid RETURNING "id"`;
  const prompts = [first, ...copies.map(({ id }) => id)];
  expect(new Set(prompts).size).toBe(100);
  return prompts;
}

const codesOf = (results: readonly PromiseSettledResult<unknown>[]) =>
  results.flatMap((result) =>
    result.status === "rejected" ? [result.reason instanceof AppError ? result.reason.code : String(result.reason)] : [],
  );

describe("a hard budget", () => {
  it("for ten runs starts exactly ten of a hundred that race for it", async () => {
    const studio = await openStudio({ hardBudgetMicros: PRICE * 10n });
    const prompts = await hundredPrompts(studio);
    const results = await Promise.allSettled(prompts.map((promptId) => startRun(studio.people.operator, { promptId })));
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(10);
    expect(new Set(codesOf(results))).toEqual(new Set(["OVER_BUDGET"]));
    expect(await db().run.count({ where: { projectId: studio.projectId } })).toBe(10);
    expect(await db().prompt.count({ where: { boardId: studio.boardId, frozenAt: { not: null } } })).toBe(10);
    await expectBalanced(studio);
  });

  it("frees what a cancelled run held, once, however often it is cancelled", async () => {
    const studio = await openStudio({ hardBudgetMicros: PRICE });
    const promptId = await studio.prompt();
    const run = await startRun(studio.people.operator, { promptId });
    const results = await Promise.allSettled(Array.from({ length: 20 }, () => cancelRun(studio.people.operator, { runId: run.id })));
    // A second press of the same person is answered with how it stands; somebody else is told that it is over.
    expect(codesOf(results)).toEqual([]);
    expect(await db().auditEvent.count({ where: { subjectId: run.id, verb: "run.cancel" } })).toBe(1);
    await expect(cancelRun(studio.people.lead, { runId: run.id })).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await toldOfMoney(studio)).toBe(2);
    await expectBalanced(studio);
    await expect(startRun(studio.people.operator, { promptId })).resolves.toMatchObject({ status: "queued" });
  });

  it("charges a run that ended once: a second worker that thinks it owns it is told to stop", async () => {
    const studio = await openStudio();
    const run = await startRun(studio.people.operator, { promptId: await studio.prompt({ count: 2 }) });
    const system = { kind: "system", workspaceId: studio.workspaceId } as const;
    const [first, second] = ["019a0000-0000-7000-8000-00000000000a", "019a0000-0000-7000-8000-00000000000b"] as const;
    expect(await claimRun(studio.workspaceId, run.id, first)).toMatchObject({ step: "submit" });
    await takePlace({ workspaceId: studio.workspaceId, runId: run.id, token: first });
    expect(await claimRun(studio.workspaceId, run.id, second)).toMatchObject({ step: "mark-unknown" });
    const end = { runId: run.id, outputs: [], failure: null, costMicros: PRICE, answer: { isVerified: true, retryAfterMs: null } };
    await expect(finishRun(system, { ...end, token: first })).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(finishRun(system, { ...end, token: second })).resolves.toEqual({ status: "failed" });
    await expect(finishRun(system, { ...end, token: second })).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await db().run.findUniqueOrThrow({ where: { id: run.id } })).toMatchObject({ failureKind: "empty", actualMicros: PRICE });
    await expectBalanced(studio);
  });

  it("refuses a run whose price is not the one the person saw", async () => {
    const studio = await openStudio();
    const promptId = await studio.prompt();
    await expect(startRun(studio.people.operator, { promptId, quoteMicros: "1" })).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await db().prompt.findUniqueOrThrow({ where: { id: promptId } })).toMatchObject({ frozenAt: null });
  });
});

describe("the ledger", () => {
  it("is written once: nothing changes or removes an entry", async () => {
    const studio = await openStudio();
    await startRun(studio.people.operator, { promptId: await studio.prompt() });
    const where = { projectId: studio.projectId };
    await expect(db().ledgerEntry.updateMany({ where, data: { amountMicros: 0n } })).rejects.toThrow("LedgerEntry rows are written once");
    await expect(db().ledgerEntry.deleteMany({ where })).rejects.toThrow("LedgerEntry rows are written once");
  });
});

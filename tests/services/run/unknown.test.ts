import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { engineFigures } from "@/lib/services/engine/engine-figures";
import { attachOutputs } from "@/lib/services/run/attach-outputs";
import { claimRun } from "@/lib/services/run/claim-run";
import { getRun } from "@/lib/services/run/get-run";
import { markUnknown } from "@/lib/services/run/mark-unknown";
import { noteOperation, noteProgress } from "@/lib/services/run/note-run";
import { reconcileRun } from "@/lib/services/run/reconcile-run";
import { startRun } from "@/lib/services/run/start-run";
import { takePlace } from "@/lib/services/run/take-place";
import { addAsset } from "../../support/assets";
import { freshDatabase } from "../../support/database";
import { png } from "../../support/pictures";
import { openStudio, type Studio } from "../../support/studio";

let studio: Studio;
beforeAll(async () => {
  await freshDatabase();
  studio = await openStudio();
});

const claim = (runId: string, token: string) => claimRun(studio.workspaceId, runId, token);
/** A worker that died between writing its intent and hearing back. */
async function dieSubmitting(runId: string) {
  const token = randomUUID();
  await claim(runId, token);
  await takePlace({ workspaceId: studio.workspaceId, runId, token });
}
const started = async () => startRun(studio.people.operator, { promptId: await studio.prompt() });
const system = () => ({ kind: "system", workspaceId: studio.workspaceId }) as const;

describe("a submit that may or may not have arrived", () => {
  it("is never sent again: whoever claims the run next finds it unknown, and its money stays held", async () => {
    const run = await started();
    expect(await claim(run.id, randomUUID())).toMatchObject({ step: "submit" });
    await dieSubmitting(run.id);
    const next = randomUUID();
    expect(await claim(run.id, next)).toMatchObject({ step: "mark-unknown" });
    await markUnknown(system(), { runId: run.id, token: next, reason: "The worker died." });
    expect(await claim(run.id, randomUUID())).toMatchObject({ step: "nothing" });
    expect(await db().ledgerEntry.findMany({ where: { runId: run.id }, select: { kind: true } })).toEqual([{ kind: "hold" }]);
  });

  it("is settled by a lead who looked, once, with a reason – and by nobody else", async () => {
    const run = await started();
    await dieSubmitting(run.id);
    const token = randomUUID();
    await claim(run.id, token);
    await markUnknown(system(), { runId: run.id, token, reason: "The worker died." });
    const said = { runId: run.id, outcome: "made" as const, reason: "It is on the bill of the 21st." };
    await expect(reconcileRun(studio.people.operator, said)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(reconcileRun(studio.people.lead, { ...said, reason: " " })).rejects.toMatchObject({ code: "BAD_INPUT" });
    const results = await Promise.allSettled(Array.from({ length: 10 }, () => reconcileRun(studio.people.lead, said)));
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    expect(await db().ledgerEntry.findMany({ where: { runId: run.id, kind: "charge" }, select: { amountMicros: true } })).toEqual([
      { amountMicros: BigInt(run.quoteMicros) },
    ]);
    // It was made: no fault of the engine, and nobody is asked to pay twice.
    const settled = await getRun(studio.people.operator, { runId: run.id });
    expect(settled).toMatchObject({ status: "failed", failure: { kind: "made-elsewhere", reason: said.reason } });
    expect(settled.failure?.sentence).not.toContain("again");
    expect(await engineFigures(studio.people.lead, {})).toMatchObject([{ failures: [] }]);
    // Whoever looks at the project learns what it may still spend.
    const { event } = await db().workspaceEvent.findFirstOrThrow({ where: { workspaceId: studio.workspaceId }, orderBy: { id: "desc" } });
    expect(event).toMatchObject({ kind: "project", id: studio.projectId, act: "money" });
  });
});

describe("a run that was made, whose pictures never came", () => {
  it("is charged what the bill says, and takes the files somebody has of it, each once and no more than it made", async () => {
    const run = await started();
    await dieSubmitting(run.id);
    const token = randomUUID();
    await claim(run.id, token);
    await markUnknown(system(), { runId: run.id, token, reason: "The worker died." });
    const { operator, lead } = studio.people;
    const said = { runId: run.id, reason: "The bill of the 21st." };
    await expect(reconcileRun(lead, { ...said, outcome: "not-made", billedMicros: "7" })).rejects.toMatchObject({ code: "BAD_INPUT" });
    const [file, other] = [await addAsset(operator), await addAsset(operator, { bytes: await png(8, 8, "#123456") })];
    const attach = (assetIds: string[]) => attachOutputs(operator, { runId: run.id, assetIds });
    await expect(attach([file.id])).rejects.toMatchObject({ code: "CONFLICT" });
    await reconcileRun(lead, { ...said, outcome: "made", billedMicros: "41000" });
    expect(await db().ledgerEntry.findMany({ where: { runId: run.id, kind: "charge" }, select: { amountMicros: true } })).toEqual([
      { amountMicros: 41_000n },
    ]);
    await expect(attach([randomUUID()])).rejects.toMatchObject({ code: "NOT_FOUND" });
    await Promise.all([attach([file.id]), attach([file.id])]);
    const { variants, status } = await getRun(operator, { runId: run.id });
    expect(status).toBe("failed");
    expect(variants.map(({ contentHash, seed }) => ({ contentHash, seed }))).toEqual([{ contentHash: file.sha256, seed: run.seeds[0] }]);
    await expect(attach([other.id])).rejects.toMatchObject({ code: "REFUSED", message: "This run has all its files." });
  });
});

describe("the fence", () => {
  it("lets only the newest claim write: late news never moves a run backwards", async () => {
    const run = await started();
    const [old, newest] = [randomUUID(), randomUUID()];
    const claimOf = (token: string) => ({ workspaceId: studio.workspaceId, runId: run.id, token });
    await claim(run.id, old);
    await takePlace(claimOf(old));
    await noteOperation(claimOf(old), { at: "the engine" });
    expect(await claim(run.id, newest)).toMatchObject({ step: "poll", operation: { at: "the engine" } });
    await expect(noteProgress(claimOf(old), { fraction: 0.9 })).rejects.toMatchObject({ code: "CONFLICT" });
    await noteProgress(claimOf(newest), { fraction: 0.5 });
    await expect(noteOperation(claimOf(newest), { at: "a second submit" })).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await db().run.findUniqueOrThrow({ where: { id: run.id } })).toMatchObject({
      status: "processing",
      progress: { fraction: 0.5 },
    });
  });

  it("holds in the database too: a finished run never changes its status", async () => {
    const run = await started();
    await db().run.update({ where: { id: run.id }, data: { status: "cancelled", finishedAt: new Date() } });
    await expect(db().run.update({ where: { id: run.id }, data: { status: "processing", finishedAt: null } })).rejects.toThrow(
      "a finished run never changes its status",
    );
  });
});

import { strictEqual } from "node:assert";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { db } from "@/lib/db/client";
import { requeueUnfilled } from "@/lib/services/grid/requeue-unfilled";
import { createLibrary } from "@/lib/services/library/create-library";
import { requeueLostRuns } from "@/lib/services/run/requeue-lost-runs";
import { requeueUnmeasured } from "@/lib/services/trial/requeue-unmeasured";
import { startTrial } from "@/lib/services/trial/start-trial";
import { startWorkerProcess } from "../jobs/worker-process";
import { expectEveryBalance } from "./ledger";
import { randomFrom } from "./random-from";
import { openStudio, type Studio } from "./studio";
import { subjectTemplate } from "./subject-template";
import { seedsUpTo, subjects } from "./trials";

export const LONGEST_KILL_MS = 1_500;

export interface TrialChaosFigures {
  readonly cells: number;
  readonly kills: number;
  readonly measured: number;
  readonly seconds: number;
}

/** Stages of a trial in whose midst a worker may be killed. */
export type Stage = "grid.fill" | "run.generate" | "trial.measure";

/**
 * A trial on the embedded engine whose worker process is killed, without a goodbye, at random points or as soon as it works on a stage. Throws unless every
 * cell has exactly one run with one picture, each was charged once, every balance follows from the ledger, and each picture
 * was measured once.
 */
export async function trialChaos(
  environment: Readonly<Record<string, string>>,
  {
    rows,
    columns,
    kills,
    seed,
    longestMs,
  }: { rows: number; columns: number; kills: number | readonly Stage[]; seed: number; longestMs: number },
): Promise<TrialChaosFigures> {
  const began = performance.now();
  const random = randomFrom(seed);
  const studio = await openStudio();
  const versionId = await aVersionOfNothing(studio);
  const trial = await startTrial(studio.people.operator, {
    versionId,
    projectId: studio.projectId,
    contents: { subjects: subjects(rows), seeds: seedsUpTo(columns) },
  });
  const cells = rows * columns;
  const workers = { ...environment, SELECTS_WORKER_CONCURRENCY: "8" };
  const stages = typeof kills === "number" ? Array.from({ length: kills }, () => null) : kills;
  for (const stage of stages) {
    const worker = await startWorkerProcess(workers);
    await (stage === null
      ? pause(random() * LONGEST_KILL_MS)
      : untilBusyWith(stage, join(environment.SELECTS_DATA ?? "", "workers"), began + longestMs));
    await worker.kill();
  }
  const survivor = await startWorkerProcess(workers);
  await untilMeasured(trial.id, cells, began + longestMs).finally(() => survivor.stop());
  await expectEachCellOnce(studio.workspaceId, trial, cells);
  return { cells, kills: stages.length, measured: cells, seconds: Math.round((performance.now() - began) / 1_000) };
}

/** Throws unless every cell has one run with one picture, each was charged once, and every balance follows from the ledger. */
export async function expectEachCellOnce(workspaceId: string, trial: { id: string; versionId: string }, cells: number): Promise<void> {
  const runs = await db().run.findMany({
    where: { prompt: { patternVersionId: trial.versionId } },
    select: {
      status: true,
      cell: { select: { gridId: true } },
      ledger: { select: { kind: true } },
      _count: { select: { variants: true } },
    },
  });
  strictEqual(runs.length, cells, "every cell ran once");
  for (const { status, cell, ledger, _count } of runs) {
    strictEqual(status, "succeeded");
    strictEqual(cell?.gridId, trial.id);
    strictEqual(_count.variants, 1, "one picture a cell");
    strictEqual(ledger.filter(({ kind }) => kind === "hold").length, 1);
    strictEqual(ledger.filter(({ kind }) => kind === "charge").length <= 1, true);
  }
  await expectEveryBalance(workspaceId);
}

/** A worker has such a job in hand and has written down everything it holds: what it had just taken would wait for its heartbeats to run out. */
async function untilBusyWith(stage: Stage, folder: string, latest: number): Promise<void> {
  while (true) {
    const held = await db().$queryRaw<{ id: string; name: string }[]>`SELECT id::text, name FROM pgboss.job WHERE state = 'active'`;
    const files = (await readdir(folder).catch(() => [])).filter((file) => file.endsWith(".json"));
    const written = (await Promise.all(files.map((file) => readFile(join(folder, file), "utf8").catch(() => "")))).join();
    if (held.some(({ name }) => name === stage) && held.every(({ id }) => written.includes(id))) return;
    if (performance.now() > latest) throw new Error(`No worker came to ${stage} in time.`);
    await pause(10);
  }
}

export async function untilMeasured(trialId: string, cells: number, latest: number): Promise<void> {
  while (true) {
    const measured = await db().trialMeasure.count({ where: { trialId } });
    if (measured === cells) return;
    if (performance.now() > latest) throw new Error(`Only ${measured} of ${cells} pictures of the trial were measured in time.`);
    await pause(200);
    await Promise.all([requeueLostRuns(), requeueUnfilled(), requeueUnmeasured()]);
  }
}

/** A pattern that was promoted from no run: nothing of its making is in the ledger. */
export async function aVersionOfNothing({ workspaceId, people }: Studio): Promise<string> {
  const library = await createLibrary(people.lead, { name: "Chaos" });
  const { versions } = await db().pattern.create({
    data: {
      workspaceId,
      libraryId: library.id,
      name: "Chaos",
      slug: "chaos",
      versions: { create: { number: 1, template: subjectTemplate(), createdById: people.lead.memberId } },
    },
    select: { versions: { select: { id: true } } },
  });
  return versions[0]?.id ?? "";
}

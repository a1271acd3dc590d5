import { deepStrictEqual, ok, strictEqual } from "node:assert";
import { setTimeout as pause } from "node:timers/promises";
import { db } from "@/lib/db/client";
import { isFinished, type RunStatus } from "@/lib/domain/run/states";
import { connectEngine } from "@/lib/services/engine/connect-engine";
import { setModelPrice } from "@/lib/services/engine/set-model-price";
import { cancelRun } from "@/lib/services/run/cancel-run";
import { reconcileRun } from "@/lib/services/run/reconcile-run";
import { requeueLostRuns } from "@/lib/services/run/requeue-lost-runs";
import { startRun } from "@/lib/services/run/start-run";
import { FAKE_KEY, type FakeProtocol, FakeProvider } from "../engines/fakes/fake-provider";
import { BFL, COMFYUI, REPLICATE, STABILITY } from "../engines/fakes/protocols";
import { startWorkerProcess } from "../jobs/worker-process";
import { Beside } from "./beside";
import { expectEveryBalance } from "./ledger";
import { randomFrom } from "./random-from";
import { recipe } from "./recipes";
import { openStudio, type Studio } from "./studio";

/** One provider of each kind: jobs with a figure of its own, jobs with a list, one's own server, answers that are the picture. */
const PROVIDERS: readonly { engineId: string; modelId: string; protocol: FakeProtocol; options: Record<string, string> }[] = [
  { engineId: "bfl", modelId: "flux-pro-1.1", protocol: BFL, options: {} },
  { engineId: "replicate", modelId: "stability-ai/stable-diffusion-3.5-large", protocol: REPLICATE, options: {} },
  { engineId: "comfyui", modelId: "checkpoint", protocol: COMFYUI, options: { checkpoint: "sd_xl.safetensors" } },
  { engineId: "stability", modelId: "sd3.5-large", protocol: STABILITY, options: {} },
];
const PRICE_MICROS = 40_000n;

/** What runs ask of their provider, by their place among twenty; Replicate's are 1, 5, 9 and so on. The others are ordinary. */
const MISCHIEF: Readonly<Record<number, string>> = {
  3: "--refuse",
  5: "--lost",
  7: "--drop",
  9: "--drop",
  11: "--lost",
  12: "--refuse",
  13: "--empty",
  16: "--fail",
};
const CANCELLED = 19;
const LONGEST_KILL_MS = 900;

export interface ChaosFigures {
  readonly runs: number;
  readonly kills: number;
  readonly submits: number;
  readonly statuses: Readonly<Partial<Record<RunStatus, number>>>;
  /** Runs that nobody could tell the end of but a person; settled by what the provider really has. */
  readonly leftToAPerson: number;
  readonly seconds: number;
}

/**
 * A load over four providers, with helps and live sessions beside it, whose worker process is killed, without a goodbye, at random points.
 * Throws unless everything ends in what became of it at its provider, nothing was sent twice, and every balance follows from the ledger.
 */
export async function chaos(
  environment: Readonly<Record<string, string>>,
  { runs, kills, seed, longestMs }: { runs: number; kills: number; seed: number; longestMs: number },
): Promise<ChaosFigures> {
  const began = performance.now();
  const random = randomFrom(seed);
  const studio = await openStudio();
  const fakes = new Map<string, FakeProvider>();
  for (const provider of PROVIDERS) {
    const fake = await new FakeProvider(provider.protocol).start();
    fakes.set(provider.engineId, fake);
    const { engineId, modelId, options } = provider;
    await connectEngine(studio.people.admin, { engineId, apiKey: FAKE_KEY, baseUrl: fake.url, options });
    await setModelPrice(studio.people.lead, { engineId, modelId, micros: PRICE_MICROS.toString(), why: "Our contract." });
  }
  const beside = new Beside(studio);
  try {
    const load = await startLoad(studio, runs);
    await beside.start();
    const workers = { ...environment, SELECTS_WORKER_CONCURRENCY: "16" };
    for (let kill = 0; kill < kills; kill += 1) {
      const worker = await startWorkerProcess(workers);
      await pause(random() * LONGEST_KILL_MS);
      await worker.kill();
    }
    const survivor = await startWorkerProcess(workers);
    const toldByAPerson = await untilSettled(load, fakes, beside, began + longestMs).finally(() => survivor.stop());
    for (const run of toldByAPerson)
      await reconcileRun(studio.people.lead, {
        runId: run.id,
        outcome: run.made ? "made" : "not-made",
        reason: "The provider's own records say so.",
      });
    const statuses = await judge(load, fakes);
    await beside.judge();
    await expectEveryBalance(studio.workspaceId);
    strictEqual(await db().budget.count({ where: { workspaceId: studio.workspaceId, heldMicros: { not: 0 } } }), 0);
    const submits = [...fakes.values()].reduce((sum, fake) => sum + fake.submits.length, 0);
    return { runs, kills, submits, statuses, leftToAPerson: toldByAPerson.length, seconds: (performance.now() - began) / 1_000 };
  } finally {
    await Promise.all([beside.stop(), ...[...fakes.values()].map((fake) => fake.stop())]);
  }
}

interface Load {
  readonly runId: string;
  readonly engineId: string;
  /** Unlike any other's. */
  readonly text: string;
  readonly isCancelled: boolean;
}

async function startLoad(studio: Studio, runs: number): Promise<readonly Load[]> {
  const load: Load[] = [];
  for (let turn = 0; turn < runs; turn += 1) {
    const provider = PROVIDERS[turn % PROVIDERS.length];
    if (!provider) throw new Error("no provider");
    const { engineId, modelId } = provider;
    const text = `picture ${turn}. ${MISCHIEF[turn % 20] ?? ""}`.trim();
    const model = { engineId, modelId, revision: "2026-11-21" };
    const promptId = await studio.prompt(recipe({ text, model, controls: { aspectRatio: "1:1", quality: "final", settings: {} } }));
    const { id: runId } = await startRun(studio.people.operator, { promptId });
    const isCancelled = turn % 20 === CANCELLED;
    if (isCancelled) await cancelRun(studio.people.operator, { runId });
    load.push({ runId, engineId, text, isCancelled });
  }
  return load;
}

const jobOf = ({ engineId, text }: Load, fakes: ReadonlyMap<string, FakeProvider>) =>
  [...(fakes.get(engineId)?.jobs.values() ?? [])].find(({ prompt }) => prompt === text);

/** Waits until every run has ended or nobody but a person can tell; returns those, with what their provider really has. */
async function untilSettled(load: readonly Load[], fakes: ReadonlyMap<string, FakeProvider>, beside: Beside, deadline: number) {
  for (;;) {
    const rows = await db().run.findMany({ where: { id: { in: load.map(({ runId }) => runId) } }, select: { id: true, status: true } });
    const statusOf = new Map(rows.map(({ id, status }) => [id, status]));
    const open = load.filter(({ runId }) => !isFinished(statusOf.get(runId) ?? "queued"));
    // What Replicate has, its list will tell; everything else that is unknown is a person's.
    const waiting = open.filter(
      (run) => statusOf.get(run.runId) !== "unknown" || (run.engineId === "replicate" && jobOf(run, fakes) !== undefined),
    );
    if ((await beside.isSettled()) && waiting.length === 0)
      return open.map((run) => ({ id: run.runId, made: jobOf(run, fakes) !== undefined }));
    if (performance.now() > deadline)
      throw new Error(
        `These runs, or what is beside them, do not end: ${JSON.stringify(waiting.map((run) => [run.text, run.engineId, statusOf.get(run.runId)]))}`,
      );
    // A job that was killed more often than its queue repeats it is found by the sweep; here it comes more often.
    await requeueLostRuns();
    await pause(250);
  }
}

/** Holds every run against what its provider received. */
async function judge(load: readonly Load[], fakes: ReadonlyMap<string, FakeProvider>): Promise<Partial<Record<RunStatus, number>>> {
  const statuses: Partial<Record<RunStatus, number>> = {};
  for (const run of load) {
    const row = await db().run.findUniqueOrThrow({ where: { id: run.runId }, include: { variants: true, ledger: true } });
    const submits = (fakes.get(run.engineId)?.submits ?? []).filter((body) => JSON.stringify(body).includes(run.text));
    const what = `${run.text} at ${run.engineId}: ${row.status}, ${row.failureKind}, ${row.failureReason}`;
    ok(submits.length <= 1, `submitted ${submits.length} times: ${what}`);
    ok(row.finishedAt !== null, what);
    const charged = row.ledger.filter(({ kind }) => kind === "charge");
    strictEqual(charged[0]?.amountMicros ?? 0n, row.actualMicros, what);
    ok((await db().auditEvent.count({ where: { subjectId: run.runId, verb: { in: ["run.finish", "run.reconcile"] } } })) <= 1, what);
    switch (row.status) {
      case "succeeded":
        ok(jobOf(run, fakes) && row.variants.length === 1, what);
        break;
      case "refused":
        ok(run.text.includes("--refuse"), what);
        break;
      case "cancelled":
        ok(run.isCancelled, what);
        break;
      case "failed":
        // By the engine's word, or by a person's: then it was asked for once and charged for what was made.
        if (row.failureReason?.includes("own records")) strictEqual((row.actualMicros ?? 0n) > 0n, jobOf(run, fakes) !== undefined, what);
        else ok(run.text.includes("--empty") || run.text.includes("--fail"), what);
        break;
      default:
        throw new Error(`not an end: ${what}`);
    }
    deepStrictEqual(row.intentAt === null, submits.length === 0 && row.status === "cancelled", what);
    statuses[row.status] = (statuses[row.status] ?? 0) + 1;
  }
  return statuses;
}

import { strictEqual } from "node:assert";
import { randomUUID } from "node:crypto";
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { db } from "@/lib/db/client";
import { programOf } from "../api/people";
import { startWorkerProcess } from "../jobs/worker-process";
import { randomFrom } from "./random-from";
import { openStudio } from "./studio";
import { aVersionOfNothing, expectEachCellOnce, LONGEST_KILL_MS, type TrialChaosFigures, untilMeasured } from "./trial-chaos";
import { seedsUpTo, subjects } from "./trials";
import { startWebProcess } from "./web-process";

const Started = z.object({ id: z.string(), versionId: z.string() });
const Seen = z.object({ cells: z.array(z.object({ index: z.int(), status: z.string().nullable(), mine: z.unknown() })) });

export interface TrialWebChaosFigures extends TrialChaosFigures {
  /** Calls of the person's program that had to be sent again because nobody answered. */
  readonly sentAgain: number;
}

/**
 * A trial that a program starts, follows and judges over HTTP, each act under a key of its own, while worker and web are killed in turns, without a
 * goodbye, at random points. Throws unless it is one trial in which each cell was made, charged, measured and judged once.
 */
export async function trialWebChaos(
  environment: Readonly<Record<string, string>>,
  { rows, columns, kills, seed, longestMs }: { rows: number; columns: number; kills: number; seed: number; longestMs: number },
): Promise<TrialWebChaosFigures> {
  const began = performance.now();
  const latest = began + longestMs;
  const random = randomFrom(seed);
  const studio = await openStudio();
  const { workspaceId, projectId, people } = studio;
  const { memberId, userId } = people.lead;
  const program = await programOf({ workspaceId, memberId, userId, sessionId: "", browser: {} });
  const versionId = await aVersionOfNothing(studio);
  const port = await freePort();
  const workers = { ...environment, SELECTS_WORKER_CONCURRENCY: "8" };
  let [web, worker] = await Promise.all([startWebProcess(environment, port), startWorkerProcess(workers)]);
  let isOver = false;
  const killing = (async () => {
    for (let kill = 0; kill < kills && !isOver; kill += 1) {
      await pause(random() * LONGEST_KILL_MS);
      if (kill % 2 === 0) {
        await web.kill();
        web = await startWebProcess(environment, port);
      } else {
        await worker.kill();
        worker = await startWorkerProcess(workers);
      }
    }
  })();

  let sentAgain = 0;
  /** Asks until somebody answers; the same act keeps its key, so that what was done and not told is not done again. */
  async function call(method: string, path: string, body?: object): Promise<unknown> {
    const headers = { ...program, "content-type": "application/json", ...(body ? { "idempotency-key": randomUUID() } : {}) };
    for (;;) {
      try {
        const answer = await fetch(`http://127.0.0.1:${port}/api/v1${path}`, {
          method,
          headers,
          ...(body ? { body: JSON.stringify(body) } : {}),
        });
        if (answer.ok) return await answer.json();
        if (answer.status < 500) throw new Refused(`${method} ${path}: ${answer.status} ${await answer.text()}`);
      } catch (error) {
        if (error instanceof Refused) throw error;
      }
      if (performance.now() > latest) throw new Error(`Nobody answered ${method} ${path} in time.`);
      sentAgain += 1;
      await pause(100);
    }
  }

  const cells = rows * columns;
  const asked = { versionId, contents: { subjects: subjects(rows), seeds: seedsUpTo(columns) } };
  const trial = Started.parse(await call("POST", `/projects/${projectId}/trials`, asked));
  const judged = new Set<number>();
  while (judged.size < cells) {
    if (performance.now() > latest) throw new Error(`Only ${judged.size} of ${cells} cells were judged in time.`);
    const seen = Seen.parse(await call("GET", `/trials/${trial.id}`));
    for (const { index } of seen.cells.filter(({ index, status }) => status === "succeeded" && !judged.has(index))) {
      await call("PUT", `/trials/${trial.id}/cells/${index}/judgement`, { judgement: { verdict: index % 5 === 0 ? "fail" : "pass" } });
      judged.add(index);
    }
    await pause(300);
  }
  await untilMeasured(trial.id, cells, latest);
  isOver = true;
  await killing;
  await Promise.all([web.kill(), worker.stop()]);

  strictEqual(await db().trial.count({ where: { workspaceId } }), 1, "one trial, however often it was asked for");
  strictEqual(await db().trialJudgement.count({ where: { trialId: trial.id } }), cells);
  const said = await db().auditEvent.count({ where: { workspaceId, verb: "trial.judge" } });
  strictEqual(said, cells, "each judgement was made once");
  await expectEachCellOnce(workspaceId, trial, cells);
  return { cells, kills, measured: cells, sentAgain, seconds: Math.round((performance.now() - began) / 1_000) };
}

/** The studio answered, and the answer is no: asking again would not help. */
class Refused extends Error {}

function freePort(): Promise<number> {
  return new Promise((settle, fail) => {
    const probe = createServer();
    probe.once("error", fail);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => (typeof address === "object" && address ? settle(address.port) : fail(new Error("no port"))));
    });
  });
}

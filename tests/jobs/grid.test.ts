import { afterEach, beforeAll, expect, it, vi } from "vitest";
import { db } from "@/lib/db/client";
import { fillGrid } from "@/lib/jobs/handlers/fill-grid";
import { startWorker } from "@/lib/jobs/start-worker";
import { getGrid } from "@/lib/services/grid/get-grid";
import { startGrid } from "@/lib/services/grid/start-grid";
import { startRun } from "@/lib/services/run/start-run";
import { freshDatabase, type TestDatabase } from "../support/database";
import { idleHandlers } from "../support/idle-handlers";
import { recipe } from "../support/recipes";
import { openStudio, personIn, type Studio } from "../support/studio";
import { startWorkerProcess, type WorkerProcess } from "./worker-process";

let database: TestDatabase;
let studio: Studio;
const running: WorkerProcess[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  studio = await openStudio();
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((started) => started.kill()));
});

/** More than a worker starts before it can be killed. */
const CELLS = 30;

const seeds = (count: number) => ({ kind: "seed" as const, values: Array.from({ length: count }, (_, seed) => seed) });
const gridOf = (person: Studio["people"]["operator"], cells: number, text = "a boat") =>
  startGrid(person, { boardId: studio.boardId, recipe: recipe({ text }), axes: [seeds(cells)] });
const ever = new AbortController().signal;
const fill = (gridId: string) => fillGrid({ workspaceId: studio.workspaceId, gridId }, ever);

it("nobody's single run waits behind somebody else's grid, and two grids take turns", { timeout: 120_000 }, async () => {
  const other = await personIn(studio.workspaceId, "operator");
  const first = await gridOf(studio.people.operator, 15);
  await fill(first.id);
  const second = await gridOf(other, 5);
  await fill(second.id);
  const single = await startRun(other, { promptId: await studio.prompt() });
  const cellOf = new Map(
    (await db().gridCell.findMany({ where: { gridId: { in: [first.id, second.id] } } })).map(({ runId, gridId }) => [runId ?? "", gridId]),
  );
  const order: string[] = [];
  const worker = await startWorker({
    databaseUrl: database.url,
    dataDir: database.environment.SELECTS_DATA,
    concurrency: 1,
    handlers: idleHandlers({ "run.generate": async ({ runId }) => void order.push(cellOf.get(runId) ?? runId) }),
  });
  await vi.waitFor(() => expect(order).toHaveLength(21), { timeout: 60_000, interval: 20 });
  await worker.stop();
  expect(order[0]).toBe(single.id);
  // Of the first ten cells five are the other's, one a turn.
  for (let turn = 0; turn < 5; turn += 1) expect(new Set(order.slice(1 + 2 * turn, 3 + 2 * turn))).toEqual(new Set([first.id, second.id]));
});

it("killed while it starts the cells: the next worker starts the rest, each once", { timeout: 200_000 }, async () => {
  const first = await startWorkerProcess(database.environment);
  running.push(first);
  // It costs the machine nothing: its engine refuses every cell at once.
  const { id: gridId, promptId } = await gridOf(studio.people.operator, CELLS, "a boat --refuse");
  const started = () => db().gridCell.count({ where: { gridId, runId: { not: null } } });
  await vi.waitFor(async () => expect(await started()).toBeGreaterThan(0), { timeout: 90_000, interval: 10 });
  await first.kill();
  expect(await started()).toBeLessThan(CELLS);
  running.push(await startWorkerProcess(database.environment));
  const stands = () => getGrid(studio.people.operator, { gridId });
  await vi.waitFor(async () => expect(await stands()).toMatchObject({ status: "started", count: { waiting: 0 } }), {
    timeout: 90_000,
    interval: 50,
  });
  expect(await db().prompt.count({ where: { parentId: promptId } })).toBe(CELLS);
  expect(await db().run.count({ where: { prompt: { parentId: promptId } } })).toBe(CELLS);
});

/**
 * `npm run bench:web -- --part grid`: a grid of 1,000 cells in a studio (`--small`: 200), scrolled, zoomed, arranged, and scrolled while results
 * stream in as quickly as Sketch makes them.
 */
import { createJudge } from "../judge";
import type { FrameReport } from "../picture-surface/frame-meter";
import { type BenchStudio, idleFrames, openBenchStudio, paintStudy } from "./bench-studio";
import { fillBoard } from "./fill-board";

const LIMITS = { p95Ms: 20, dropped: 0.03 };
const CELLS = process.argv.includes("--small") ? 200 : 1_000;
const SEEDS = 25;
/** Cells that are not made yet when the page opens; results come this far apart, as from two cores that do nothing else. */
const COMING = 60;
const RESULT_EVERY_MS = 100;
const RUN_MS = 5_000;

const judge = createJudge();
const studio = await openBenchStudio(judge);
try {
  const studies = await studio.upload(await Promise.all(Array.from({ length: 12 }, (_, n) => paintStudy(n, 720, 480))));
  const gridId = await fillGrid(studio, studies);
  await benchGrid(studio, gridId);
} finally {
  await studio.close();
}
process.exit(judge.isOver ? 1 : 0);

/** A grid of alternatives by seeds with a picture a cell; the last ones are still being made. Its id. */
async function fillGrid(bench: BenchStudio, studies: readonly string[]): Promise<string> {
  const { database } = bench;
  const boardId = await fillBoard(bench, CELLS, studies, { isJudged: false });
  await database.query(`DELETE FROM "Variant" v USING "Prompt" p WHERE p."id" = v."promptId" AND p."boardId" = $1 AND v."index" > 0`, [
    boardId,
  ]);
  const axes = [
    { kind: "alternatives", place: { in: "text", index: 0 }, values: Array.from({ length: CELLS / SEEDS }, (_, n) => `study ${n}`) },
    { kind: "seed", values: Array.from({ length: SEEDS }, (_, n) => n) },
  ];
  const { rows } = await database.query<{ id: string }>(
    `INSERT INTO "Grid" ("id","workspaceId","projectId","promptId","axes","skips","status","quoteMicros","requestedById")
     SELECT uuidv7(), p."workspaceId", $1, p."id", $2, '[]', 'started', 0, p."createdById" FROM "Prompt" p ORDER BY p."id" LIMIT 1 RETURNING "id"`,
    [bench.projectId, JSON.stringify(axes)],
  );
  const gridId = rows[0]?.id ?? "";
  await database.query(
    `INSERT INTO "GridCell" ("gridId","index","at","width","height","quoteMicros","promptId","runId")
     SELECT $1, n - 1, ARRAY[(n - 1) / ${SEEDS}, (n - 1) % ${SEEDS}]::int[], 720, 480, 0, prompt, run
     FROM (SELECT r."id" AS run, p."id" AS prompt, row_number() OVER (ORDER BY p."id") AS n
       FROM "Prompt" p JOIN "Run" r ON r."promptId" = p."id" WHERE p."boardId" = $2) cells`,
    [gridId, boardId],
  );
  await database.query(
    `CREATE TEMP TABLE coming AS SELECT v.*, c."index" AS cell FROM "GridCell" c JOIN "Variant" v ON v."runId" = c."runId"
     WHERE c."gridId" = $1 AND c."index" >= $2`,
    [gridId, CELLS - COMING],
  );
  await database.query(`DELETE FROM "Variant" v USING coming WHERE v."id" = coming."id"`);
  // A finished run never goes back; these are only made to look as if they had not finished yet.
  await database.query("SET session_replication_role = replica");
  await database.query(`UPDATE "Run" r SET "status" = 'processing', "finishedAt" = NULL FROM coming WHERE r."id" = coming."runId"`);
  await database.query("SET session_replication_role = origin");
  return gridId;
}

/** One more result, written and told as the worker does. */
async function deliver({ database }: BenchStudio, cell: number): Promise<void> {
  await database.query("BEGIN");
  await database.query(
    `INSERT INTO "Variant" SELECT (jsonb_populate_record(NULL::"Variant", to_jsonb(coming))).* FROM coming WHERE cell = $1`,
    [cell],
  );
  await database.query(
    `UPDATE "Run" r SET "status" = 'succeeded', "finishedAt" = now(), "version" = r."version" + 1 FROM coming WHERE r."id" = coming."runId" AND cell = $1`,
    [cell],
  );
  await database.query(
    `INSERT INTO "WorkspaceEvent" ("workspaceId","event")
     SELECT r."workspaceId", jsonb_build_object('kind', 'run', 'id', r."id", 'version', r."version", 'projectId', r."projectId", 'boardId', p."boardId",
       'act', 'succeeded') FROM coming JOIN "Run" r ON r."id" = coming."runId" JOIN "Prompt" p ON p."id" = r."promptId" WHERE cell = $1`,
    [cell],
  );
  await database.query(`SELECT pg_notify('selects_events', "workspaceId"::text) FROM coming WHERE cell = $1`, [cell]);
  await database.query("COMMIT");
}

async function benchGrid(bench: BenchStudio, gridId: string): Promise<void> {
  const { page } = bench;
  console.log(`\nA grid of ${CELLS.toLocaleString("en")} cells`);
  const idle = await idleFrames(bench);
  const openedAt = performance.now();
  await bench.open(`/grids/${gridId}`);
  await page.locator("main canvas[data-waiting='0']").first().waitFor({ timeout: 60_000 });
  console.log(`  open with its pictures after ${Math.round(performance.now() - openedAt)} ms`);
  report("scrolled", await frames(bench, "scroll"), idle);
  report("zoomed", await frames(bench, "zoom"), idle);
  report("arranged, again and again", await frames(bench, "arrange"), idle);
  const standing = page.getByText(`${CELLS - COMING} of ${CELLS} cells done`);
  await standing.waitFor();
  let at = CELLS - COMING;
  let last = Promise.resolve();
  const timer = setInterval(() => {
    if (at >= CELLS) return;
    const cell = at;
    at += 1;
    last = last.then(() => deliver(bench, cell)).catch(judge.fail);
  }, RESULT_EVERY_MS);
  const streamed = await frames(bench, "scroll");
  clearInterval(timer);
  await last;
  console.log(`  ${at - CELLS + COMING} results came in ${(RUN_MS / 1000).toFixed(0)} s`);
  report("scrolled while results stream in", streamed, idle);
  await page.getByText(`${at} of ${CELLS} cells done`).waitFor({ timeout: 10_000 });
}

function report(what: string, measured: FrameReport, idle: FrameReport): void {
  console.log(
    `  ${what}: ${measured.fps.toFixed(1)} fps, worst frame ${measured.worstMs.toFixed(0)} ms, longest task ${Math.round(measured.longestTaskMs)} ms`,
  );
  judge.judge(`${what}, p95 frame`, measured.p95Ms, Math.max(LIMITS.p95Ms, idle.p95Ms), "ms");
  judge.judge(`${what}, dropped`, Math.max(0, measured.dropped - idle.dropped) * 100, LIMITS.dropped * 100, "%");
}

function frames({ page }: BenchStudio, act: "scroll" | "zoom" | "arrange"): Promise<FrameReport> {
  return page.evaluate(
    ([kind, ms]) => {
      const canvas = document.querySelector("main canvas");
      const box = canvas?.getBoundingClientRect() ?? new DOMRect();
      const wheel = (init: WheelEventInit) =>
        canvas?.dispatchEvent(
          new WheelEvent("wheel", {
            clientX: box.x + box.width / 2,
            clientY: box.y + box.height / 2,
            bubbles: true,
            cancelable: true,
            ...init,
          }),
        );
      let turned = 0;
      return window.meter.measureFrames(ms, (share) => {
        if (kind === "scroll") wheel({ deltaX: share < 0.5 ? 14 : -14, deltaY: share < 0.5 ? 9 : -9 });
        else if (kind === "zoom") wheel({ deltaY: share < 0.5 ? -8 : 8, ctrlKey: true });
        else if (share * 6 >= turned + 0.5) {
          // Rows and columns change places, six times.
          turned += 1;
          document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "t", code: "KeyT", bubbles: true, cancelable: true }));
        }
      });
    },
    [act, RUN_MS] as const,
  );
}

import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import type { Axis } from "@/lib/domain/grid/axis";
import { withCellChanges } from "@/lib/domain/grid/cell-changes";
import { axesOfWording } from "@/lib/domain/grid/expand";
import { quoteOf } from "@/lib/domain/run/plan";
import { SKETCH_CAPABILITIES } from "@/lib/engines/sketch/capabilities";
import { fillGrid } from "@/lib/jobs/handlers/fill-grid";
import { chooseAssets } from "@/lib/services/asset/choose-assets";
import { getBoard } from "@/lib/services/board/get-board";
import { cancelGrid } from "@/lib/services/grid/cancel-grid";
import { continueGrid } from "@/lib/services/grid/continue-grid";
import { getCellChanges } from "@/lib/services/grid/get-cell-changes";
import { getCells } from "@/lib/services/grid/get-cells";
import { getGrid } from "@/lib/services/grid/get-grid";
import { gridFacts } from "@/lib/services/grid/grid-facts";
import { listGrids } from "@/lib/services/grid/list-grids";
import { planGrid } from "@/lib/services/grid/plan-grid";
import { startGrid } from "@/lib/services/grid/start-grid";
import { setBudget } from "@/lib/services/project/set-budget";
import { branchPrompt } from "@/lib/services/prompt/branch-prompt";
import { getPrompt } from "@/lib/services/prompt/get-prompt";
import { cancelMine } from "@/lib/services/run/cancel-mine";
import { startRun } from "@/lib/services/run/start-run";
import { chooseVariants } from "@/lib/services/variant/choose-variants";
import { addAsset } from "../../support/assets";
import { freshDatabase } from "../../support/database";
import { aVariant } from "../../support/factory";
import { png } from "../../support/pictures";
import { recipe } from "../../support/recipes";
import { openStudio, type Studio } from "../../support/studio";

const PRICE = quoteOf(recipe({ controls: { aspectRatio: "1:1", quality: "final", settings: {} } }), SKETCH_CAPABILITIES).mostMicros;
const BASE = recipe({
  text: "a [red|blue|green] [boat|fox] at sea",
  controls: { aspectRatio: "1:1", quality: "final", settings: {} },
});
const AXES = [...axesOfWording(BASE)];
const ever = new AbortController().signal;

/** The worker is told to stop when it has started this many cells. */
function until(cells: number): AbortSignal {
  const cut = new AbortController();
  let asked = 0;
  const throwIfAborted = () => {
    asked += 1;
    if (asked > cells) throw new Error("The worker stops.");
  };
  return Object.assign(cut.signal, { throwIfAborted });
}

beforeAll(freshDatabase);

const start = (studio: Studio, change: Partial<Parameters<typeof startGrid>[1]> = {}) =>
  startGrid(studio.people.operator, { boardId: studio.boardId, recipe: BASE, axes: AXES, ...change });
const fill = (studio: Studio, gridId: string, signal = ever) => fillGrid({ workspaceId: studio.workspaceId, gridId }, signal);

async function expectBalanced({ projectId }: Studio) {
  const rows = await db().ledgerEntry.groupBy({ by: ["kind"], where: { projectId }, _sum: { amountMicros: true } });
  const sum = (kind: string) => rows.find((row) => row.kind === kind)?._sum.amountMicros ?? 0n;
  const project = await db().project.findUniqueOrThrow({ where: { id: projectId } });
  expect(project.heldMicros).toBe(sum("hold") - sum("charge") - sum("release"));
}

describe("a grid's plan", () => {
  it("says how many cells there are, what they cost, and which cannot run – and writes nothing", async () => {
    const studio = await openStudio({ hardBudgetMicros: PRICE * 6n });
    const { projectId, people } = studio;
    const skips = [{ "0": 0, "1": 1 }];
    const plan = await planGrid(people.operator, { projectId, recipe: BASE, axes: AXES, skips });
    expect(plan).toMatchObject({ cells: 5, pictures: 5, quoteMicros: (PRICE * 5n).toString(), fits: true, refusal: null });
    const ratios: Axis = { kind: "seed", values: [1, 2] };
    expect(await planGrid(people.operator, { projectId, recipe: BASE, axes: [...AXES, ratios] })).toMatchObject({ cells: 12, fits: false });
    const gone: Axis = { kind: "model", values: [BASE.model, { engineId: "nobody", modelId: "nothing", revision: "1" }] };
    expect(await planGrid(people.operator, { projectId, recipe: BASE, axes: [...AXES, gone] })).toMatchObject({
      cells: 6,
      refused: { cells: 6, reasons: ["This engine is not connected. Choose another one."] },
    });
    expect(await planGrid(people.operator, { projectId, recipe: recipe({ text: "a {subject}" }), axes: AXES })).toMatchObject({
      refusal: "{subject} has no values yet.",
    });
    expect(await db().prompt.count({ where: { boardId: studio.boardId } })).toBe(0);
  });
});

describe("a grid", () => {
  it("is one node with a child a cell: each an ordinary prompt and run, held as quoted, that can be branched from", async () => {
    const studio = await openStudio();
    const { people, boardId } = studio;
    const grid = await start(studio, { quoteMicros: (PRICE * 6n).toString() });
    expect(grid).toMatchObject({ status: "starting", cells: 6, count: { waiting: 6 }, title: BASE.text });
    expect((await listGrids(people.reviewer, { projectId: studio.projectId })).items).toEqual([grid]);
    await fill(studio, grid.id);
    expect(await getGrid(people.operator, { gridId: grid.id })).toMatchObject({ status: "started", count: { waiting: 0, inFlight: 6 } });
    const cells = await getCells(people.reviewer, { gridId: grid.id });
    expect(cells.map(({ at }) => at.join())).toEqual(["0,0", "0,1", "1,0", "1,1", "2,0", "2,1"]);
    const facts = await gridFacts(people.reviewer, { gridId: grid.id });
    const quoteMicros = PRICE.toString();
    const byCell = [...facts.cells].sort((one, other) => one.cell - other.cell);
    expect(byCell).toEqual(cells.map(({ index }) => ({ cell: index, quoteMicros, actualMicros: null })));
    const [, second] = cells;
    const prompt = await getPrompt(people.operator, { promptId: second?.promptId ?? "" });
    expect(prompt).toMatchObject({
      parentId: grid.promptId,
      cellOf: grid.id,
      frozen: true,
      recipe: { text: "a red fox at sea" },
      difference: [{ text: "red" }, { text: "fox" }],
      runs: [{ status: "queued", quoteMicros: PRICE.toString() }],
    });
    const onBoard = async () => (await getBoard(people.operator, { boardId })).prompts.map(({ id }) => id);
    expect(await onBoard()).toEqual([grid.promptId]);
    const child = await branchPrompt(people.operator, { promptId: prompt.id, change: { text: "a red fox at night" } });
    expect(await onBoard()).toEqual([grid.promptId, prompt.id, child.id]);
    await expect(startRun(people.operator, { promptId: grid.promptId })).rejects.toMatchObject({ code: "CONFLICT" });
    await expectBalanced(studio);
  });

  it("over sets of references runs each set, and calls them by the names of their files", async () => {
    const studio = await openStudio();
    const owner = { workspaceId: studio.workspaceId, memberId: studio.people.operator.memberId };
    const [bottle, vase] = [await addAsset(owner), await addAsset(owner, { bytes: await png(64, 64, "#204060") })];
    await db().asset.update({ where: { id: bottle.id }, data: { fileName: "bottle.png" } });
    const set = (assetId: string) => [{ assetId, role: "style" as const, weight: 0.8 }];
    const axis: Axis = { kind: "references", values: [[], set(bottle.id), set(vase.id)] };
    const grid = await start(studio, { recipe: recipe({ text: "a table" }), axes: [axis] });
    expect(grid).toMatchObject({ cells: 3, names: { [bottle.id]: "bottle.png", [vase.id]: vase.fileName } });
    await fill(studio, grid.id);
    const cells = await getCells(studio.people.operator, { gridId: grid.id });
    const prompts = await Promise.all(cells.map(({ promptId }) => getPrompt(studio.people.operator, { promptId: promptId ?? "" })));
    expect(prompts.map(({ references }) => references.map(({ assetId }) => assetId))).toEqual([[], [bottle.id], [vase.id]]);
    expect(prompts[1]?.difference).toEqual([{ kind: "reference", text: "bottle, style 80 %" }]);
    const elsewhere = await openStudio();
    await expect(start(elsewhere, { recipe: recipe({ text: "a table" }), axes: [axis] })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("asked for twice with one id is one grid, filled by two workers at once or cut off in the middle starts every cell once", async () => {
    const studio = await openStudio();
    const gridId = randomUUID();
    const grids = await Promise.all([start(studio, { gridId }), start(studio, { gridId }), start(studio, { gridId })]);
    expect(new Set(grids.map(({ id }) => id))).toEqual(new Set([gridId]));
    expect(await db().grid.count({ where: { projectId: studio.projectId } })).toBe(1);
    await expect(fill(studio, gridId, until(2))).rejects.toThrow("stops");
    expect(await db().run.count({ where: { projectId: studio.projectId } })).toBe(2);
    await Promise.all([fill(studio, gridId), fill(studio, gridId)]);
    expect(await db().run.count({ where: { projectId: studio.projectId } })).toBe(6);
    expect(await db().prompt.count({ where: { boardId: studio.boardId } })).toBe(7);
    expect(await db().auditEvent.count({ where: { verb: "grid.start-cell", workspaceId: studio.workspaceId } })).toBe(6);
    await expectBalanced(studio);
  });

  it("is refused over the budget; a budget used up on the way stops it, keeps what was started, and it can go on", async () => {
    const studio = await openStudio({ hardBudgetMicros: PRICE * 5n });
    const { people, projectId } = studio;
    await expect(start(studio)).rejects.toMatchObject({ code: "OVER_BUDGET", message: expect.stringContaining("All of it costs") });
    expect(await db().prompt.count({ where: { boardId: studio.boardId } })).toBe(0);
    await setBudget(people.lead, { projectId, hardBudgetMicros: (PRICE * 6n).toString() });
    const { id: gridId } = await start(studio);
    await startRun(people.operator, { promptId: await studio.prompt({ controls: BASE.controls }) });
    await fill(studio, gridId);
    expect(await getGrid(people.operator, { gridId })).toMatchObject({
      status: "stopped",
      stopReason: expect.stringContaining("left"),
      count: { waiting: 1, inFlight: 5 },
    });
    await setBudget(people.lead, { projectId, hardBudgetMicros: null });
    await continueGrid(people.operator, { gridId });
    await fill(studio, gridId);
    expect(await getGrid(people.operator, { gridId })).toMatchObject({ status: "started", stopReason: null, count: { inFlight: 6 } });
    await expectBalanced(studio);
  });

  it("cancelled frees what no engine has seen at once, asks the rest to stop, and starts no further cell", async () => {
    const studio = await openStudio();
    const { people } = studio;
    const { id: gridId } = await start(studio);
    await expect(fill(studio, gridId, until(3))).rejects.toThrow("stops");
    const [seen] = await db().run.findMany({ where: { projectId: studio.projectId }, orderBy: { id: "asc" }, take: 1 });
    await db().run.update({ where: { id: seen?.id ?? "" }, data: { intentAt: new Date(), status: "submitting" } });
    const cancel = () => cancelGrid(people.operator, { gridId });
    await Promise.all([fill(studio, gridId), cancel(), cancel()]);
    const after = await getGrid(people.operator, { gridId });
    expect(after).toMatchObject({ status: "cancelled", count: { inFlight: 1 } });
    expect(after.count.waiting + after.count.cancelled).toBe(5);
    await fill(studio, gridId);
    expect((await getGrid(people.operator, { gridId })).count).toEqual(after.count);
    const whys = (await getCells(people.operator, { gridId })).flatMap(({ why }) => why ?? []);
    expect(whys.toSorted()).toEqual([
      ...Array<string>(after.count.waiting).fill("Cancelled before it was started."),
      ...Array<string>(after.count.cancelled).fill("Cancelled."),
    ]);
    const project = await db().project.findUniqueOrThrow({ where: { id: studio.projectId } });
    expect(project.heldMicros).toBe(PRICE);
    await expectBalanced(studio);
  });

  it("tells which of its cells became different, by whatever act, and cells brought up to date so are its cells", async () => {
    const studio = await openStudio();
    const { operator } = studio.people;
    const { id: gridId } = await start(studio);
    const first = await getCellChanges(operator, { gridId });
    expect(first).toMatchObject({ isWhole: true, cells: await getCells(operator, { gridId }) });
    let [held, since] = [withCellChanges([], first), first.position];
    /** The cells that were told, after checking that the tab that was told shows what there is. */
    const told = async () => {
      const changes = await getCellChanges(operator, { gridId, since });
      [held, since] = [withCellChanges(held, changes), changes.position];
      expect(held).toEqual(await getCells(operator, { gridId }));
      return changes.isWhole ? "all" : changes.cells.map(({ index }) => index);
    };
    expect(await told()).toEqual([]);
    await expect(fill(studio, gridId, until(2))).rejects.toThrow("stops");
    await startRun(operator, { promptId: await studio.prompt() });
    expect(await told()).toEqual([0, 1]);
    const made = await aVariant(studio);
    await db().gridCell.update({ where: { gridId_index: { gridId, index: 2 } }, data: { promptId: made.promptId, runId: made.runId } });
    await chooseVariants(operator, { choices: [{ variantId: made.id, flag: "pick" }] });
    expect(await told()).toEqual([2]);
    await chooseAssets(operator, { target: { assetIds: [made.assetId] }, choice: { rating: 4 } });
    expect(await told()).toEqual([2]);
    await cancelGrid(operator, { gridId });
    expect(await told()).toBe("all");
    expect(await getCellChanges(operator, { gridId, since: "999999999999-0" })).toMatchObject({ isWhole: true, cells: held });
    await expect(getCellChanges(operator, { gridId, since: "yesterday" })).rejects.toMatchObject({ code: "BAD_INPUT" });
    const stranger = (await openStudio()).people.operator;
    await expect(getCellChanges(stranger, { gridId })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("stops with everything else its maker has under way; what others started goes on", async () => {
    const studio = await openStudio();
    const { people } = studio;
    const { id: gridId } = await start(studio);
    await expect(fill(studio, gridId, until(2))).rejects.toThrow("stops");
    const single = async (of: keyof typeof people) => startRun(people[of], { promptId: await studio.prompt({ text: of }) });
    const [mine, inFlight, other] = [await single("operator"), await single("operator"), await single("lead")];
    await db().run.update({ where: { id: inFlight.id }, data: { intentAt: new Date(), status: "submitting" } });
    const results = await Promise.all([cancelMine(people.operator, {}), cancelMine(people.operator, {}), fill(studio, gridId)]);
    const sum = (of: "cancelled" | "asked" | "grids") => results.slice(0, 2).reduce((all, result) => all + (result?.[of] ?? 0), 0);
    expect([sum("asked"), sum("grids")]).toEqual([1, 1]);
    const statusOf = async (id: string) => (await db().run.findUniqueOrThrow({ where: { id } })).status;
    expect([await statusOf(mine.id), await statusOf(inFlight.id), await statusOf(other.id)]).toEqual(["cancelled", "submitting", "queued"]);
    expect(await getGrid(people.operator, { gridId })).toMatchObject({ status: "cancelled", count: { inFlight: 0 } });
    expect(await cancelMine(people.operator, {})).toEqual({ cancelled: 0, asked: 0, grids: 0 });
    await expectBalanced(studio);
  });

  it("writes down the cells that cannot run and runs the others; the price it was quoted at is the price", async () => {
    const studio = await openStudio();
    const axes: Axis[] = [{ kind: "model", values: [BASE.model, { engineId: "nobody", modelId: "nothing", revision: "1" }] }];
    const base = recipe({ text: "a boat" });
    await expect(start(studio, { recipe: base, axes, quoteMicros: "1" })).rejects.toMatchObject({ code: "CONFLICT" });
    const { id: gridId } = await start(studio, { recipe: base, axes });
    await fill(studio, gridId);
    const cells = await getCells(studio.people.operator, { gridId });
    expect(cells.map(({ status, why }) => [status, why])).toEqual([
      ["queued", null],
      [null, "This engine is not connected. Choose another one."],
    ]);
  });
});

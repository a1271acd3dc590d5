import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { getBoard } from "@/lib/services/board/get-board";
import { archivePrompt } from "@/lib/services/prompt/archive-prompt";
import { branchPrompt } from "@/lib/services/prompt/branch-prompt";
import { planBelowPrompt } from "@/lib/services/prompt/plan-below";
import { rerunBelow } from "@/lib/services/prompt/rerun-below";
import { startRun } from "@/lib/services/run/start-run";
import { freshDatabase } from "../../support/database";
import { openStudio, type Studio } from "../../support/studio";

let studio: Studio;
beforeAll(async () => {
  await freshDatabase();
  studio = await openStudio({ hardBudgetMicros: 1_000_000n });
});

/** A boat at noon; below it one in ink, and below that one in ink at dusk. All have run, but a last one that has not. */
async function lineage() {
  const { operator } = studio.people;
  const run = async (id: string) => {
    await startRun(operator, { promptId: id });
    return id;
  };
  const branch = async (promptId: string, text: string) => (await branchPrompt(operator, { promptId, change: { text } })).id;
  const boat = await run(await studio.prompt({ text: "a boat at noon" }));
  const ink = await run(await branch(boat, "a boat at noon, ink"));
  const dusk = await run(await branch(ink, "a boat at dusk, ink"));
  await branch(ink, "never run");
  return { operator, boat, ink, dusk };
}

describe("running again from a prompt downwards", () => {
  it("carries the change to everything below, which keeps what is its own, beside the old branch", async () => {
    const { operator, boat, dusk } = await lineage();
    const change = { text: "a white whale at noon" };
    const plan = await planBelowPrompt(operator, { promptId: boat, change });
    expect(plan.prompts.map(({ text, collides }) => [text, collides])).toEqual([
      ["a white whale at noon", false],
      ["a white whale at noon, ink", false],
      ["a white whale at dusk, ink", false],
    ]);
    expect(plan.fits).toBe(true);
    const { promptIds } = await rerunBelow(operator, { promptId: boat, change, quoteMicros: plan.quoteMicros });
    const { prompts } = await getBoard(operator, { boardId: studio.boardId });
    const made = promptIds.map((id) => prompts.find((prompt) => prompt.id === id));
    expect(made.map((prompt) => prompt?.parentId)).toEqual([boat, promptIds[0], promptIds[1]]);
    expect(made.map((prompt) => prompt?.difference.map(({ text }) => text))).toEqual([["boat", "white whale"], ["ink"], ["noon", "dusk"]]);
    expect(made.map((prompt) => prompt?.runs.map(({ status }) => status))).toEqual([["queued"], ["queued"], ["queued"]]);
    expect(prompts.find(({ id }) => id === dusk)?.recipe.text).toBe("a boat at dusk, ink");
  });

  it("says where both changed the same words, and keeps the prompt's own", async () => {
    const { operator, boat } = await lineage();
    const { prompts } = await planBelowPrompt(operator, { promptId: boat, change: { text: "a boat at night" } });
    expect(prompts.map(({ text, collides }) => [text, collides])).toEqual([
      ["a boat at night", false],
      ["a boat at night, ink", false],
      ["a boat at dusk, ink", true],
    ]);
  });

  it("reaches everything below, where that is asked for, and says what each prompt does otherwise than before", async () => {
    const { operator, boat } = await lineage();
    const change = { text: "a boat at night", count: 2 };
    const inherited = await planBelowPrompt(operator, { promptId: boat, change });
    const everywhere = await planBelowPrompt(operator, { promptId: boat, change, reach: "everywhere" });
    expect(inherited.prompts.map(({ difference }) => difference.map(({ text }) => text))).toEqual([
      ["noon", "night", "× 2"],
      ["noon", "night", "× 2"],
      ["× 2"],
    ]);
    expect(everywhere.prompts.map(({ text, collides, count }) => [text, collides, count])).toEqual([
      ["a boat at night", false, 2],
      ["a boat at night, ink", false, 2],
      ["a boat at night, ink", true, 2],
    ]);
    expect((await planBelowPrompt(operator, { promptId: boat, change: {} })).prompts.map(({ difference }) => difference)).toEqual([
      [],
      [],
      [],
    ]);
  });

  it("is taken back with what still waits: nothing stays held, and the old branch stands as it stood", async () => {
    const { operator, boat } = await lineage();
    const { heldMicros: before } = await db().project.findUniqueOrThrow({ where: { id: studio.projectId } });
    const { quoteMicros } = await planBelowPrompt(operator, { promptId: boat, change: {} });
    const { promptIds } = await rerunBelow(operator, { promptId: boat, change: {}, quoteMicros });
    await archivePrompt(operator, { promptId: promptIds[0] ?? "", archived: true, stops: true });
    const runs = await db().run.findMany({ where: { promptId: { in: promptIds } } });
    expect(runs.map(({ status }) => status)).toEqual(["cancelled", "cancelled", "cancelled"]);
    expect((await db().project.findUniqueOrThrow({ where: { id: studio.projectId } })).heldMicros).toBe(before);
    const { prompts } = await getBoard(operator, { boardId: studio.boardId });
    expect(prompts.some(({ id }) => promptIds.includes(id))).toBe(false);
    expect(prompts.find(({ id }) => id === boat)?.runs.map(({ status }) => status)).toEqual(["queued"]);
  });

  it("is all or nothing: over the budget, at another price, or with one that cannot run, nothing is made", async () => {
    const { operator, boat, ink } = await lineage();
    const before = await db().prompt.count({ where: { boardId: studio.boardId } });
    const again = (promptId: string, change: object, quoteMicros: string) => rerunBelow(operator, { promptId, change, quoteMicros });
    await expect(again(boat, {}, "1")).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(again(boat, { text: "" }, "0")).rejects.toMatchObject({ code: "REFUSED" });
    const { quoteMicros } = await planBelowPrompt(operator, { promptId: boat, change: {} });
    await db().project.updateMany({ where: { id: studio.projectId }, data: { hardBudgetMicros: BigInt(quoteMicros) } });
    expect((await planBelowPrompt(operator, { promptId: boat, change: {} })).fits).toBe(false);
    await expect(again(boat, {}, quoteMicros)).rejects.toMatchObject({ code: "OVER_BUDGET" });
    expect(await db().prompt.count({ where: { boardId: studio.boardId } })).toBe(before);
    await db().project.updateMany({ where: { id: studio.projectId }, data: { hardBudgetMicros: 1_000_000n } });
    await archivePrompt(operator, { promptId: ink, archived: true });
    expect((await planBelowPrompt(operator, { promptId: boat, change: {} })).prompts).toHaveLength(1);
  });

  it("is on the model as it is today, whatever it was when the prompts first ran", async () => {
    const { operator, boat, ink } = await lineage();
    await db().$executeRaw`ALTER TABLE "Prompt" DISABLE TRIGGER USER`;
    await db().prompt.updateMany({ where: { id: { in: [boat, ink] } }, data: { modelRevision: "long ago" } });
    await db().$executeRaw`ALTER TABLE "Prompt" ENABLE TRIGGER USER`;
    const { quoteMicros } = await planBelowPrompt(operator, { promptId: boat, change: {} });
    expect((await rerunBelow(operator, { promptId: boat, change: {}, quoteMicros })).promptIds).toHaveLength(3);
  });

  it("of another workspace does not exist", async () => {
    const { boat } = await lineage();
    const other = await openStudio();
    await expect(planBelowPrompt(other.people.operator, { promptId: boat, change: {} })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

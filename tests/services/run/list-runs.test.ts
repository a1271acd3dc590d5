import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { listRuns } from "@/lib/services/run/list-runs";
import { startRun } from "@/lib/services/run/start-run";
import { freshDatabase } from "../../support/database";
import { aVariant } from "../../support/factory";
import { openStudio } from "../../support/studio";

beforeAll(freshDatabase);

describe("the runs of a workspace", () => {
  it("are known by the words of their prompt and lead to its board", async () => {
    const studio = await openStudio();
    const { operator } = studio.people;
    const promptId = await studio.prompt({ text: "\n a pier at dawn\nand nobody there" });
    await startRun(operator, { promptId });
    const { items } = await listRuns(operator, { inFlight: true });
    expect(items).toMatchObject([{ promptId, title: "a pier at dawn", boardId: studio.boardId }]);
  });
  it("are one's own where that is asked, among those that are named", async () => {
    const studio = await openStudio();
    const { operator, lead } = studio.people;
    const start = async (actor: typeof operator) => {
      const run = await startRun(actor, { promptId: await studio.prompt({ text: "a pier" }) });
      return run.id;
    };
    const [mine, another, theirs] = [await start(operator), await start(operator), await start(lead)];
    const idsOf = async (asked: { ids?: string[]; mine?: boolean }) => (await listRuns(operator, asked)).items.map(({ id }) => id);
    expect(await idsOf({ ids: [mine, theirs] })).toEqual([theirs, mine]);
    expect(await idsOf({ ids: [mine, theirs], mine: true })).toEqual([mine]);
    expect(await idsOf({ mine: true })).toEqual([another, mine]);
    expect(await idsOf({ ids: [] })).toEqual([]);
  });

  it("say how long such a run took of late, once three of its model, quality and count have succeeded", async () => {
    const studio = await openStudio();
    const { operator } = studio.people;
    await startRun(operator, { promptId: await studio.prompt() });
    const usual = async () => (await listRuns(operator, { inFlight: true })).items.map(({ usualMs }) => usualMs);
    const took = async (seconds: number, quality: "draft" | "final" = "draft") => {
      const { runId } = await aVariant(studio, { quality });
      const startedAt = new Date();
      await db().run.update({ where: { id: runId }, data: { startedAt, finishedAt: new Date(startedAt.getTime() + seconds * 1_000) } });
    };
    await took(4);
    await took(6);
    // Finals are another kind.
    await took(90, "final");
    expect(await usual()).toEqual([null]);
    await took(11);
    expect(await usual()).toEqual([6_000]);
    expect((await listRuns(operator, {})).items.map(({ status, usualMs }) => [status, usualMs])).toContainEqual(["succeeded", null]);
  });
});

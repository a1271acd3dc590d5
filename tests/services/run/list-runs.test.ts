import { beforeAll, describe, expect, it } from "vitest";
import { listRuns } from "@/lib/services/run/list-runs";
import { startRun } from "@/lib/services/run/start-run";
import { freshDatabase } from "../../support/database";
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
});

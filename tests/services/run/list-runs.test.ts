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
});
